using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Learning.Neighbours;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Core.Prediction.Models;

/// <summary>
/// Makes the models of one task, each behind the preparation it needs, so that a fit on the rows of a fold fits the preparation on
/// them too. Members of the voting ensemble are given, since they depend on what else is compared.
/// </summary>
internal sealed class TaskModels(
    TaskData data, IReadOnlyList<FeatureDefinition> features, PredictionOptions options, IReadOnlyList<ModelKind> members, int? threads = null)
{
    private readonly ModelSettings _settings = options.Settings;

    /// <summary>A yes/no model.</summary>
    /// <exception cref="ArgumentException">The model does not answer yes/no questions.</exception>
    public IClassifier Classifier(ModelKind model)
    {
        switch (model)
        {
            case ModelKind.Majority:
                return new ShareClassifier();
            case ModelKind.LastPeriod:
                return new GroupRateClassifier(Column(PredictionFeatureIds.Recency), options.HorizonDays);
            case ModelKind.RecencyAlone:
                return Alone(Column(PredictionFeatureIds.Recency));
            case ModelKind.LastYearSpendAlone:
                return Alone(data.RunRate?.Column ?? throw NotFor(model));
            case ModelKind.FirstOrderAlone:
                return Alone(Column(FirstPurchaseFeatureIds.Spend));
            case ModelKind.VotingEnsemble:
                return new VotingEnsemble([.. members.Select(Classifier)]);
        }

        bool weigh = options.Resampling == ResamplingMethod.ClassWeights;
        IClassifier inner = Bare(model);
        var pipeline = new LearningPipeline
        {
            Steps = Steps(model),
            Resampler = Resampler(),
            ClassWeights = weigh && inner is IWeightedClassifier ? ClassWeights.Balanced : ClassWeights.None,
        };
        IClassifier ready = pipeline.Classifier(inner);
        return options.Calibration switch
        {
            ProbabilityCalibration.Sigmoid => new CalibratedClassifier(ready, CalibrationMethod.Sigmoid, seed: options.Seed),
            ProbabilityCalibration.Isotonic => new CalibratedClassifier(ready, CalibrationMethod.Isotonic, seed: options.Seed),
            _ => ready,
        };
    }

    /// <summary>A model of several classes.</summary>
    /// <exception cref="ArgumentException">The model does not answer questions of classes.</exception>
    public IMulticlassClassifier Multiclass(ModelKind model)
    {
        switch (model)
        {
            case ModelKind.Majority:
                return new ShareClassifier();
            case ModelKind.VotingEnsemble:
                return new VotingMulticlass([.. members.Select(Multiclass)]);
        }

        ClassWeights weights = options.Resampling == ResamplingMethod.ClassWeights ? ClassWeights.Balanced : ClassWeights.None;
        IMulticlassClassifier inner = model switch
        {
            ModelKind.LogisticRegression => new MultinomialLogisticRegression(new MultinomialLogisticRegressionOptions { Tolerance = 1e-5, C = _settings.LogisticC, ClassWeights = weights }),
            ModelKind.NearestNeighbours => new KNearestNeighboursClassifier(Neighbours()),
            ModelKind.BoostedTrees => new GradientBoostedTreesClassifier(Boosting()),
            _ => new OneVersusRest(Bare(model)),
        };
        return new LearningPipeline { Steps = Steps(model), Resampler = Resampler() }.Multiclass(inner);
    }

    /// <summary>A model of numbers.</summary>
    /// <exception cref="ArgumentException">The model does not foretell numbers.</exception>
    public IRegressor Regressor(ModelKind model)
    {
        switch (model)
        {
            case ModelKind.Mean:
                return new ConstantRegressor(median: false);
            case ModelKind.Median:
                return new ConstantRegressor(median: true);
            case ModelKind.RunRate:
                (int column, double factor) = data.RunRate ?? throw NotFor(model);
                return new ColumnRegressor(column, factor);
            case ModelKind.CorrectedRunRate:
                (int spend, double share) = data.RunRate ?? throw NotFor(model);
                return new CorrectedRunRate(Plain(ModelKind.LogisticRegression), spend, share, seed: options.Seed);
            case ModelKind.VotingEnsemble:
                return new VotingRegressor([.. members.Select(Regressor)]);
        }

        IRegressor inner = model switch
        {
            ModelKind.LinearRegression => new LinearRegression(new LinearRegressionOptions()),
            ModelKind.RidgeRegression => new LinearRegression(new LinearRegressionOptions { Ridge = _settings.Ridge }),
            ModelKind.NearestNeighbours => new KNearestNeighboursRegressor(Neighbours()),
            ModelKind.DecisionTree => new DecisionTreeRegressor(Tree()),
            ModelKind.RandomForest => new RandomForestRegressor(Forest()),
            ModelKind.BoostedTrees => new GradientBoostedTreesRegressor(Boosting()),
            ModelKind.BoostedTreesTweedie => new GradientBoostedTreesRegressor(
                Boosting() with { Loss = BoostingLoss.Tweedie, TweediePower = _settings.TweediePower }),
            _ => throw NotFor(model),
        };
        return new LearningPipeline { Steps = Steps(model) }.Regressor(inner);
    }

    private IClassifier Bare(ModelKind model) => model switch
    {
        ModelKind.LogisticRegression => new LogisticRegression(new LogisticRegressionOptions { C = _settings.LogisticC }),
        ModelKind.LogisticRegressionL1 => new LogisticRegression(new LogisticRegressionOptions { C = _settings.LassoC, L1Ratio = 1, Tolerance = 1e-7 }),
        ModelKind.NearestNeighbours => new KNearestNeighboursClassifier(Neighbours()),
        ModelKind.SupportVectorsLinear => new SupportVectorClassifier(SupportVectors(SupportVectorKernel.Linear)),
        ModelKind.SupportVectorsRbf => new SupportVectorClassifier(SupportVectors(SupportVectorKernel.Rbf)),
        ModelKind.DecisionTree => new DecisionTreeClassifier(Tree()),
        ModelKind.RandomForest => new RandomForestClassifier(Forest()),
        ModelKind.BoostedTrees => new GradientBoostedTreesClassifier(Boosting()),
        _ => throw NotFor(model),
    };

    private PipelineClassifier Plain(ModelKind model) => new LearningPipeline { Steps = Steps(model) }.Classifier(Bare(model));

    private PipelineClassifier Alone(int column) => new LearningPipeline
    {
        Steps = [new ColumnSelection([column]), .. Fill(), new LogStep(), new ScalingStep(ScalingMethod.Standard)],
    }.Classifier(new LogisticRegression(new LogisticRegressionOptions()));

    private IReadOnlyList<IPreprocessingStep> Steps(ModelKind model) => model switch
    {
        // Boosting reads gaps itself, and no tree cares for scales; but synthetic customers are made between neighbours, which do.
        ModelKind.BoostedTrees or ModelKind.BoostedTreesTweedie when options.Resampling != ResamplingMethod.Smote => [],
        ModelKind.DecisionTree or ModelKind.RandomForest when options.Resampling != ResamplingMethod.Smote => Fill(),
        // The linear regressions add up amounts, so they take amounts as they are.
        ModelKind.LinearRegression or ModelKind.RidgeRegression => [.. Fill(), new ScalingStep(ScalingMethod.Standard)],
        _ => [.. Fill(), new LogStep(data.LogColumns), new ScalingStep(ScalingMethod.Standard)],
    };

    private IReadOnlyList<IPreprocessingStep> Fill() =>
        data.HasGaps ? [new Imputer(new ImputerOptions { Method = ImputationMethod.Median })] : [];

    private IResampler? Resampler() => options.Resampling switch
    {
        ResamplingMethod.Smote => new Smote(new SmoteOptions { Seed = options.Seed }),
        ResamplingMethod.Oversample => new RandomOversampler(new ResamplingOptions { Seed = options.Seed }),
        ResamplingMethod.Undersample => new RandomUndersampler(new ResamplingOptions { Seed = options.Seed }),
        _ => null,
    };

    private KNearestNeighboursOptions Neighbours() =>
        new() { Neighbours = Math.Clamp(_settings.Neighbours, 1, Math.Max(1, data.Current.Count / 3)) };

    private SupportVectorOptions SupportVectors(SupportVectorKernel kernel) => new()
    {
        Kernel = kernel,
        C = _settings.SupportVectorC,
        Gamma = _settings.SupportVectorGamma,
        Seed = options.Seed,
        LearnFromSample = true,
        // The margins of three parts give the curve of probabilities as well as those of five, in half the time.
        CalibrationFolds = 3,
        DegreeOfParallelism = threads,
    };

    private DecisionTreeOptions Tree() => new()
    {
        MaxDepth = _settings.TreeMaxDepth,
        MinSamplesLeaf = _settings.TreeMinSamplesLeaf ?? Math.Max(1, data.Current.Count / 100),
        PruningStrength = _settings.TreePruning * Impurity(),
    };

    /// <summary>The variance of the answers, which for 0 and 1 is half the Gini impurity: what a share of the whole is a share of.</summary>
    private double Impurity()
    {
        double sum = 0, squares = 0;
        foreach (double target in data.Current.Targets)
        {
            sum += target;
            squares += target * target;
        }

        double mean = sum / data.Current.Count;
        return Math.Max(0, (squares / data.Current.Count) - (mean * mean));
    }

    private RandomForestOptions Forest() => new()
    {
        TreeCount = _settings.ForestTrees,
        MinSamplesLeaf = _settings.ForestMinSamplesLeaf,
        MaxDepth = _settings.ForestMaxDepth,
        RowShare = _settings.ForestRowShare,
        FeaturesPerSplit = _settings.ForestFeaturesPerSplit,
        Seed = options.Seed,
        DegreeOfParallelism = threads,
    };

    private GradientBoostedTreesOptions Boosting() => new()
    {
        TreeCount = _settings.BoostingTrees,
        MaxDepth = _settings.BoostingDepth,
        LearningRate = _settings.BoostingRate,
        RowShare = _settings.BoostingRowShare,
        ColumnShare = _settings.BoostingColumnShare,
        L2 = _settings.BoostingL2,
        MinChildWeight = _settings.BoostingMinChildWeight,
        Seed = options.Seed,
        DegreeOfParallelism = threads,
    };

    private int Column(string id)
    {
        for (int i = 0; i < features.Count; i++)
        {
            if (features[i].Id == id)
            {
                return i;
            }
        }

        throw new ArgumentException($"The feature '{id}' is not among those of this question.", nameof(id));
    }

    private static ArgumentException NotFor(ModelKind model) =>
        new($"{ModelNames.Of(model)} does not answer this question.", nameof(model));
}
