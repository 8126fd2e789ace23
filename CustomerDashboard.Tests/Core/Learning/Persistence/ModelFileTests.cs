using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Learning.Neighbours;
using CustomerDashboard.Core.Learning.Persistence;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Tests.Core.Learning.Trees;

namespace CustomerDashboard.Tests.Core.Learning.Persistence;

/// <summary>What every saved model owes: to foretell, bit by bit, what it foretold before.</summary>
public class ModelFileTests
{
    private static readonly LearningPipeline Prepared = new()
    {
        Steps = [new Imputer(new ImputerOptions { AddIndicators = true }), new LogStep([0, 1]), new LogStep(), new ScalingStep(ScalingMethod.Robust), new ColumnSelection([3, 1, 0])],
    };

    private static readonly Dictionary<string, IClassifier> Classifiers = new()
    {
        ["logistic"] = new LogisticRegression(new LogisticRegressionOptions()),
        ["lasso"] = new LogisticRegression(new LogisticRegressionOptions { L1Ratio = 1, C = 0.3 }),
        ["neighbours"] = new KNearestNeighboursClassifier(new KNearestNeighboursOptions { Neighbours = 5 }),
        ["near neighbours"] = new KNearestNeighboursClassifier(new KNearestNeighboursOptions { Weighting = NeighbourWeighting.Distance }),
        ["machine"] = new SupportVectorClassifier(new SupportVectorOptions()),
        ["linear machine"] = new SupportVectorClassifier(new SupportVectorOptions { Kernel = SupportVectorKernel.Linear }),
        ["tree"] = new DecisionTreeClassifier(new DecisionTreeOptions { PruningStrength = 0.001 }),
        ["forest"] = new RandomForestClassifier(new RandomForestOptions { TreeCount = 12 }),
        ["boosted"] = new GradientBoostedTreesClassifier(new GradientBoostedTreesOptions { TreeCount = 15, EarlyStoppingRounds = 4 }),
        ["voting"] = new VotingEnsemble([new LogisticRegression(new LogisticRegressionOptions()), new DecisionTreeClassifier(new DecisionTreeOptions { MaxDepth = 3 })], [2, 1]),
        ["sigmoid"] = new CalibratedClassifier(new DecisionTreeClassifier(new DecisionTreeOptions { MaxDepth = 4 }), CalibrationMethod.Sigmoid, 3),
        ["isotonic"] = new CalibratedClassifier(new LogisticRegression(new LogisticRegressionOptions()), CalibrationMethod.Isotonic, 3),
    };

    private static readonly Dictionary<string, IRegressor> Regressors = new()
    {
        ["linear"] = new LinearRegression(new LinearRegressionOptions()),
        ["ridge"] = new LinearRegression(new LinearRegressionOptions { Ridge = 3 }),
        ["neighbours"] = new KNearestNeighboursRegressor(new KNearestNeighboursOptions()),
        ["tree"] = new DecisionTreeRegressor(new DecisionTreeOptions { MaxDepth = 5 }),
        ["forest"] = new RandomForestRegressor(new RandomForestOptions { TreeCount = 7 }),
        ["boosted"] = new GradientBoostedTreesRegressor(new GradientBoostedTreesOptions { TreeCount = 15 }),
        ["tweedie"] = new GradientBoostedTreesRegressor(new GradientBoostedTreesOptions { TreeCount = 15, Loss = BoostingLoss.Tweedie }),
    };

    private static readonly Dictionary<string, IMulticlassClassifier> Several = new()
    {
        ["multinomial"] = new MultinomialLogisticRegression(new MultinomialLogisticRegressionOptions()),
        ["boosted"] = new GradientBoostedTreesClassifier(new GradientBoostedTreesOptions { TreeCount = 8 }),
        ["neighbours"] = new KNearestNeighboursClassifier(new KNearestNeighboursOptions()),
        ["one versus rest"] = new OneVersusRest(new LogisticRegression(new LogisticRegressionOptions())),
    };

    public static TheoryData<string> ClassifierNames => [.. Classifiers.Keys];

    public static TheoryData<string> RegressorNames => [.. Regressors.Keys];

    public static TheoryData<string> SeveralNames => [.. Several.Keys];

    [Theory, MemberData(nameof(ClassifierNames))]
    public void A_classifier_foretells_the_same_bit_by_bit(string name)
    {
        (Matrix points, bool[] labels, _) = TreeSamples.Draw(160, 4, 31);
        foreach (IClassifierModel model in new[] { Classifiers[name].Fit(points, labels), Prepared.Classifier(Classifiers[name]).Fit(points, labels) })
        {
            var read = Assert.IsAssignableFrom<IClassifierModel>(RoundTrip(model));
            Assert.Equal(model.GetType(), read.GetType());
            Assert.Equal(model.FeatureCount, read.FeatureCount);
            Assert.Equal(model.PredictProbability(points), read.PredictProbability(points));
        }
    }

    [Theory, MemberData(nameof(RegressorNames))]
    public void A_regressor_foretells_the_same_bit_by_bit(string name)
    {
        (Matrix points, _, double[] amounts) = TreeSamples.Draw(160, 4, 32);
        amounts = Array.ConvertAll(amounts, Math.Abs);
        foreach (IRegressorModel model in new[] { Regressors[name].Fit(points, amounts), Prepared.Regressor(Regressors[name]).Fit(points, amounts) })
        {
            Assert.Equal(model.Predict(points), Assert.IsAssignableFrom<IRegressorModel>(RoundTrip(model)).Predict(points));
        }
    }

    [Theory, MemberData(nameof(SeveralNames))]
    public void A_classifier_of_several_classes_foretells_the_same_bit_by_bit(string name)
    {
        (Matrix points, _, _) = TreeSamples.Draw(160, 4, 33);

        // Class 3 has no rows.
        int[] labels = [.. Enumerable.Range(0, 160).Select(row => points[row, 0] > 0.4 ? 2 : points[row, 0] < -0.4 ? 1 : 0)];
        foreach (IMulticlassClassifierModel model in new[] { Several[name].Fit(points, labels, 4), Prepared.Multiclass(Several[name]).Fit(points, labels, 4) })
        {
            var read = Assert.IsAssignableFrom<IMulticlassClassifierModel>(RoundTrip(model));
            Assert.Equal(model.ClassCount, read.ClassCount);
            Assert.Equal(model.PredictProbabilities(points).Values, read.PredictProbabilities(points).Values);
        }
    }

    [Fact]
    public void Gaps_go_the_same_way_and_steps_keep_their_names()
    {
        (Matrix points, bool[] labels, _) = TreeSamples.Draw(120, 4, 34);
        points[5, 1] = points[9, 3] = double.NaN;
        PipelineClassifierModel model = Prepared.Classifier(Classifiers["boosted"]).Fit(points, labels);
        var read = (PipelineClassifierModel)RoundTrip(model);
        Assert.Equal(model.PredictProbability(points), read.PredictProbability(points));
        Assert.Equal(model.Preprocessing.OutputNames(["a", "b", "c", "d"]), read.Preprocessing.OutputNames(["a", "b", "c", "d"]));
        IClassifierModel alone = Classifiers["boosted"].Fit(points, labels);
        Assert.Equal(alone.PredictProbability(points), ((IClassifierModel)RoundTrip(alone)).PredictProbability(points));
    }

    [Fact]
    public void A_tree_is_read_with_its_shape_and_its_importances()
    {
        (Matrix points, bool[] labels, _) = TreeSamples.Draw(200, 4, 35);
        DecisionTreeClassifierModel model = DecisionTreeClassifier.Fit(points, labels, null);
        var read = (DecisionTreeClassifierModel)RoundTrip(model);
        Assert.Equal(model.Tree.Nodes, read.Tree.Nodes);
        Assert.Equal(model.Tree.FeatureImportances(), read.Tree.FeatureImportances());
    }

    [Fact]
    public void A_header_is_kept_and_the_file_is_small()
    {
        (Matrix points, bool[] labels, _) = TreeSamples.Draw(1000, 4, 36);
        RandomForestClassifierModel forest = RandomForestClassifier.Fit(points, labels, new RandomForestOptions { TreeCount = 50 });
        using var file = new MemoryStream();
        ModelFile.Write(file, forest, """{"name":"Größe"}""");
        file.Position = 0;
        Assert.Equal("""{"name":"Größe"}""", ModelFile.Read(file).Header);
        long nodes = forest.Forest.Trees.Sum(tree => tree.Nodes.Count);
        Assert.True(file.Length < 20 * nodes, $"{(double)file.Length / nodes:0.0} bytes a node");
    }

    [Fact]
    public void A_file_of_another_kind_or_version_is_refused_in_words()
    {
        Assert.Contains("no model saved", Assert.Throws<ModelFileException>(() => ModelFile.Read(new MemoryStream("CustomerID,Quantity"u8.ToArray()))).Message, StringComparison.Ordinal);
        Assert.Throws<ModelFileException>(() => ModelFile.Read(new MemoryStream()));
        byte[] bytes = Saved();
        bytes[8] = 7;
        Assert.Contains("format 7", Assert.Throws<ModelFileException>(() => ModelFile.Read(new MemoryStream(bytes))).Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => ModelFile.Write(new MemoryStream(), new object()));
    }

    [Fact]
    public void Any_damaged_byte_and_any_missing_end_is_noticed()
    {
        byte[] bytes = Saved();
        for (int place = 0; place < bytes.Length; place += 7)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[place] ^= 0x41;
            Assert.Throws<ModelFileException>(() => ModelFile.Read(new MemoryStream(damaged)));
            Assert.Throws<ModelFileException>(() => ModelFile.Read(new MemoryStream(bytes[..place])));
        }
    }

    [Fact]
    public void Forged_parts_are_refused_and_not_followed()
    {
        (Matrix points, bool[] labels, _) = TreeSamples.Draw(60, 3, 37);
        var format = ModelFormat.Standard;
        foreach (IClassifier classifier in Classifiers.Values)
        {
            using var plain = new MemoryStream();
            using (var writer = new ModelWriter(plain, format))
            {
                writer.Model(classifier.Fit(points, labels));
            }

            byte[] bytes = plain.ToArray();
            var random = new RandomSource(1);
            for (int i = 0; i < 60; i++)
            {
                var forged = (byte[])bytes.Clone();
                forged[random.NextInt(Math.Min(forged.Length, 400))] = (byte)random.NextInt(256);
                try
                {
                    using var reader = new ModelReader(forged, format);
                    reader.Model<object>();
                }
                catch (Exception fault) when (fault is ModelFileException or ArgumentException)
                {
                    // Refused; a changed coefficient that is still a number may pass.
                }
            }
        }
    }

    private static byte[] Saved()
    {
        (Matrix points, bool[] labels, _) = TreeSamples.Draw(60, 3, 37);
        using var file = new MemoryStream();
        ModelFile.Write(file, DecisionTreeClassifier.Fit(points, labels, null));
        return file.ToArray();
    }

    private static object RoundTrip(object model)
    {
        using var file = new MemoryStream();
        ModelFile.Write(file, model);
        file.Position = 0;
        return ModelFile.Read(file).Model;
    }
}
