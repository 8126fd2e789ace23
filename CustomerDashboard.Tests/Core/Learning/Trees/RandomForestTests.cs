using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Learning.Trees;

public class RandomForestTests
{
    [Fact]
    public void One_tree_of_all_rows_and_columns_is_a_regression_tree()
    {
        (Matrix points, _, _) = TreeSamples.Draw(220, 4, 2);
        double[] targets = [.. Enumerable.Range(0, 220).Select(row => points[row, 0] + Math.Sin(3 * points[row, 2]))];
        var options = new RandomForestOptions { TreeCount = 1, Bootstrap = false, FeaturesPerSplit = 4, MaxDepth = 6, MinSamplesLeaf = 3 };
        RandomForestRegressorModel forest = RandomForestRegressor.Fit(points, targets, options);
        DecisionTreeRegressorModel tree = DecisionTreeRegressor.Fit(points, targets, new DecisionTreeOptions { MaxDepth = 6, MinSamplesLeaf = 3 });
        double[] expected = tree.Predict(points);
        double[] found = forest.Predict(points);
        for (int row = 0; row < found.Length; row++)
        {
            Assert.Equal(expected[row], found[row], 1e-9);
        }

        Assert.Equal(tree.Tree.LeafCount, forest.Forest.Trees[0].LeafCount);
    }

    [Fact]
    public void The_number_of_threads_does_not_matter()
    {
        (Matrix points, bool[] labels, double[] amounts) = TreeSamples.Draw(500, 5, 3);
        var options = new RandomForestOptions { TreeCount = 24, ScoreOutOfBag = true, DegreeOfParallelism = 1 };
        RandomForestClassifierModel one = RandomForestClassifier.Fit(points, labels, options);
        RandomForestClassifierModel four = RandomForestClassifier.Fit(points, labels, options with { DegreeOfParallelism = 4 });
        Assert.Equal(one.PredictProbability(points), four.PredictProbability(points));
        Assert.Equal(one.OutOfBagProbabilities, four.OutOfBagProbabilities);
        Assert.Equal(
            RandomForestRegressor.Fit(points, amounts, options).OutOfBagR2,
            RandomForestRegressor.Fit(points, amounts, options with { DegreeOfParallelism = 3 }).OutOfBagR2);
    }

    [Fact]
    public void Rows_out_of_the_bag_are_judged_as_new_rows_are()
    {
        (Matrix points, bool[] labels, _) = TreeSamples.Draw(2000, 4, 5);
        (Matrix others, bool[] answers, _) = TreeSamples.Draw(2000, 4, 6);
        RandomForestClassifierModel model = RandomForestClassifier.Fit(points, labels, new RandomForestOptions { TreeCount = 100, ScoreOutOfBag = true });
        double accuracy = model.PredictProbability(others).Where((p, row) => p > 0.5 == answers[row]).Count() / 2000.0;
        Assert.Equal(accuracy, model.OutOfBagAccuracy!.Value, 0.04);
        Assert.True(ClassificationMetrics.RocAuc(model.PredictProbability(points), labels) > 0.99);
        Assert.Null(RandomForestClassifier.Fit(points, labels, new RandomForestOptions { TreeCount = 1 }).OutOfBagAccuracy);
    }

    [Fact]
    public void Limits_of_depth_and_leaves_are_kept()
    {
        (Matrix points, bool[] labels, _) = TreeSamples.Draw(600, 3, 7);
        var options = new RandomForestOptions { TreeCount = 10, MaxDepth = 5, MinSamplesLeaf = 11 };
        foreach (DecisionTree tree in RandomForestClassifier.Fit(points, labels, options).Forest.Trees)
        {
            Assert.InRange(tree.Depth, 1, 5);
            Assert.All(tree.Nodes.Where(n => n.IsLeaf), leaf => Assert.True(leaf.Count >= 11));
            Assert.Equal(600, tree.Nodes[0].Weight);
            Assert.InRange(tree.Nodes[0].Count, 300, 450);
        }
    }

    [Fact]
    public void Rows_of_weight_0_are_as_if_absent()
    {
        (Matrix points, bool[] labels, _) = TreeSamples.Draw(200, 3, 8);
        double[] weights = [.. Enumerable.Range(0, 200).Select(row => row < 150 ? 1.0 : 0)];
        int[] kept = [.. Enumerable.Range(0, 150)];
        var options = new RandomForestOptions { TreeCount = 10 };
        double[] weighted = RandomForestClassifier.Fit(points, labels, options, weights).PredictProbability(points.SelectRows(kept));
        double[] fewer = RandomForestClassifier.Fit(points.SelectRows(kept), labels.AsSpan(0, 150), options).PredictProbability(points.SelectRows(kept));
        Assert.Equal(fewer, weighted);
    }

    [Fact]
    public void Columns_that_never_vary_are_passed_over()
    {
        (Matrix points, bool[] labels, _) = TreeSamples.Draw(300, 2, 9);
        var wide = new Matrix(300, 10);
        for (int row = 0; row < 300; row++)
        {
            wide[row, 4] = points[row, 0];
            wide[row, 7] = points[row, 1];
        }

        double[] importances = RandomForestClassifier.Fit(wide, labels, new RandomForestOptions { TreeCount = 20 }).Forest.FeatureImportances();
        Assert.Equal(1, importances[4] + importances[7], 1e-12);
        Matrix none = wide.SelectColumns([0, 1]);
        Assert.All(
            RandomForestClassifier.Fit(none, labels, new RandomForestOptions { TreeCount = 5, Bootstrap = false }).PredictProbability(none),
            p => Assert.Equal(labels.Count(l => l) / 300.0, p, 1e-9));
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomForestOptions { TreeCount = 0 }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomForestOptions { FeaturesPerSplit = 0 }.Validate());
        Assert.Throws<ArgumentException>(() => new RandomForestOptions { Bootstrap = false, ScoreOutOfBag = true }.Validate());
    }
}
