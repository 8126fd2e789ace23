using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Learning.Neighbours;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction;

namespace CustomerDashboard.Tests.Core.Learning.Classification;

/// <summary>What every classifier owes, whatever its kind.</summary>
public class ClassifierContractTests
{
    private const int Columns = 3;

    public static TheoryData<string> Names => [.. Classifiers.Keys];

    /// <summary>Those that fit the share of positives by construction; the others owe it nothing exactly.</summary>
    public static TheoryData<string> NamesTrueToTheShare => [.. Classifiers.Keys.Where(name => !Untrue.Contains(name))];

    private static HashSet<string> Untrue { get; } =
    [
        "nearest neighbours", "near neighbours by distance", "support vectors", "support vectors, linear", "balanced logistic regression",
        "voting", "calibrated", "behind SMOTE", "behind a full pipeline",
    ];

    private static Dictionary<string, IClassifier> Classifiers { get; } = new()
    {
        ["logistic regression"] = new LogisticRegression(new LogisticRegressionOptions()),
        ["logistic regression without penalty"] = new LogisticRegression(new LogisticRegressionOptions { C = double.PositiveInfinity }),
        ["logistic regression on logs"] = new LogScaledClassifier(new LogisticRegressionOptions(), [0, 1, 2]),
        ["unlimited tree"] = new DecisionTreeClassifier(new DecisionTreeOptions()),
        ["shallow tree"] = new DecisionTreeClassifier(new DecisionTreeOptions { MaxDepth = 3, MinSamplesLeaf = 5 }),
        ["pruned tree"] = new DecisionTreeClassifier(new DecisionTreeOptions { PruningStrength = 0.01 }),
        ["everyone alike"] = new ConstantClassifier(),
        ["random forest"] = new RandomForestClassifier(new RandomForestOptions { TreeCount = 20 }),
        ["boosted trees"] = new GradientBoostedTreesClassifier(new GradientBoostedTreesOptions { TreeCount = 30, LearningRate = 0.2 }),
        ["boosted trees, stopped early"] = new GradientBoostedTreesClassifier(
            new GradientBoostedTreesOptions { TreeCount = 30, LearningRate = 0.2, EarlyStoppingRounds = 3 }),
        ["logistic regression with lasso"] = new LogisticRegression(new LogisticRegressionOptions { C = 0.2, L1Ratio = 1 }),
        ["balanced logistic regression"] = new LogisticRegression(new LogisticRegressionOptions { ClassWeights = ClassWeights.Balanced }),
        ["nearest neighbours"] = new KNearestNeighboursClassifier(new KNearestNeighboursOptions { Neighbours = 7 }),
        ["near neighbours by distance"] =
            new KNearestNeighboursClassifier(new KNearestNeighboursOptions { Neighbours = 9, Weighting = NeighbourWeighting.Distance }),
        ["support vectors"] = new SupportVectorClassifier(new SupportVectorOptions()),
        ["support vectors, linear"] = new SupportVectorClassifier(new SupportVectorOptions { Kernel = SupportVectorKernel.Linear }),
        ["voting"] = new VotingEnsemble(
            [new LogisticRegression(new LogisticRegressionOptions()), new DecisionTreeClassifier(new DecisionTreeOptions { MaxDepth = 2 })], [2, 1]),
        ["calibrated"] = new CalibratedClassifier(new DecisionTreeClassifier(new DecisionTreeOptions { MaxDepth = 4 }), CalibrationMethod.Isotonic, 3),
        ["behind SMOTE"] = new LearningPipeline { Resampler = new Smote(new SmoteOptions { Neighbours = 3 }) }
            .Classifier(new LogisticRegression(new LogisticRegressionOptions())),
        ["behind a full pipeline"] = new LearningPipeline
        {
            Steps = [new LogStep(), new ScalingStep(ScalingMethod.Robust), new ColumnSelection([2, 0])],
            Resampler = new RandomUndersampler(new ResamplingOptions()),
        }.Classifier(new SupportVectorClassifier(new SupportVectorOptions())),
    };

    /// <summary>Means over samples, and steps that are shrunken, come near the share of positives but do not meet it.</summary>
    private static bool MeetsTheShare(string name) => !name.StartsWith("random", StringComparison.Ordinal) && !TakesMissingValues(name);

    private static bool TakesMissingValues(string name) => name.StartsWith("boosted", StringComparison.Ordinal);

    [Theory, MemberData(nameof(Names))]
    public void Probabilities_lie_between_0_and_1_and_are_one_per_row(string name)
    {
        (Matrix points, bool[] labels) = Overlapping(200);
        IClassifierModel model = Classifiers[name].Fit(points, labels, cancellationToken: TestContext.Current.CancellationToken);
        double[] probabilities = model.PredictProbability(Overlapping(37).Points);
        Assert.Equal(37, probabilities.Length);
        Assert.All(probabilities, p => Assert.InRange(p, 0, 1));
        Assert.Equal(Columns, model.FeatureCount);
    }

    [Theory, MemberData(nameof(Names))]
    public void The_same_data_give_the_same_model_and_stay_untouched(string name)
    {
        (Matrix points, bool[] labels) = Overlapping(150);
        double[] before = [.. points.Values];
        double[] first = Classifiers[name].Fit(points, labels, cancellationToken: TestContext.Current.CancellationToken).PredictProbability(points);
        double[] second = Classifiers[name].Fit(points, labels, cancellationToken: TestContext.Current.CancellationToken).PredictProbability(points);
        Assert.Equal(first, second);
        Assert.Equal(before, points.Values);
    }

    [Theory, MemberData(nameof(Names))]
    public void A_row_is_judged_alone_as_in_company(string name)
    {
        (Matrix points, bool[] labels) = Overlapping(80);
        IClassifierModel model = Classifiers[name].Fit(points, labels, cancellationToken: TestContext.Current.CancellationToken);
        double[] together = model.PredictProbability(points);
        for (int row = 0; row < points.Rows; row++)
        {
            Assert.Equal(together[row], model.PredictProbability(points.SelectRows([row]))[0]);
        }
    }

    [Theory, MemberData(nameof(NamesTrueToTheShare))]
    public void Mean_probability_on_the_training_rows_is_the_share_of_positives(string name)
    {
        (Matrix points, bool[] labels) = Overlapping(300);
        double[] probabilities = Classifiers[name].Fit(points, labels, cancellationToken: TestContext.Current.CancellationToken).PredictProbability(points);
        Assert.Equal(labels.Count(l => l) / 300.0, probabilities.Average(), MeetsTheShare(name) ? 1e-8 : 0.05);
    }

    [Theory, MemberData(nameof(Names))]
    public void One_answer_only_is_refused_in_words(string name)
    {
        (Matrix points, _) = Overlapping(10);
        var fault = Assert.Throws<ArgumentException>(() => Classifiers[name].Fit(points, new bool[10]));
        Assert.Contains("All 10 labels say no", fault.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Names))]
    public void A_missing_value_is_named_with_its_row(string name)
    {
        (Matrix points, bool[] labels) = Overlapping(10);
        points[6, 1] = TakesMissingValues(name) ? double.NegativeInfinity : double.NaN;
        var fault = Assert.Throws<ArgumentException>(() => Classifiers[name].Fit(points, labels));
        Assert.Contains("row 7", fault.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Names))]
    public void Lengths_and_columns_that_differ_are_refused(string name)
    {
        (Matrix points, bool[] labels) = Overlapping(30);
        Assert.Throws<ArgumentException>(() => Classifiers[name].Fit(points, labels.AsSpan()[..29]));
        Assert.Throws<ArgumentException>(() => Classifiers[name].Fit(new Matrix(0, Columns), []));
        IClassifierModel model = Classifiers[name].Fit(points, labels, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Throws<ArgumentException>(() => model.PredictProbability(new Matrix(2, Columns + 1)));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_constant_column_does_no_harm(string name)
    {
        (Matrix points, bool[] labels) = Overlapping(60);
        for (int row = 0; row < points.Rows; row++)
        {
            points[row, 2] = 7;
        }

        double[] probabilities = Classifiers[name].Fit(points, labels, cancellationToken: TestContext.Current.CancellationToken).PredictProbability(points);
        Assert.All(probabilities, p => Assert.InRange(p, 0, 1));
    }

    private static (Matrix Points, bool[] Labels) Overlapping(int rows)
    {
        var random = new RandomSource(5);
        var points = new Matrix(rows, Columns);
        var labels = new bool[rows];
        for (int row = 0; row < rows; row++)
        {
            labels[row] = row % 5 < 2;
            for (int column = 0; column < Columns; column++)
            {
                points[row, column] = Math.Abs(random.NextGaussian()) + (labels[row] ? 0.8 : 0);
            }
        }

        return (points, labels);
    }
}
