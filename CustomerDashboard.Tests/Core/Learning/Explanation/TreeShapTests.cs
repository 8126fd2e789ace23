using System.Numerics;
using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Explanation;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Tests.Core.Learning.Trees;

namespace CustomerDashboard.Tests.Core.Learning.Explanation;

public class TreeShapTests
{
    [Fact]
    public void Boosted_trees_agree_with_the_definition_over_all_subsets()
    {
        (Matrix points, bool[] labels, _) = TreeSamples.Draw(120, 4, 3, 0.1);
        var options = new GradientBoostedTreesOptions { TreeCount = 3, LearningRate = 0.5, MaxDepth = 5, MinChildWeight = 0.1 };
        BoostedTreeEnsemble ensemble = GradientBoostedTreesClassifier.Fit(points, labels, options).Ensemble;
        ShapleyValues values = TreeShap.Explain(ensemble, points, cancellationToken: TestContext.Current.CancellationToken);
        double[] margins = ensemble.Margins(points)[0];
        for (int row = 0; row < 12; row++)
        {
            double[] expected = ByDefinition(4, known => ensemble.Trees.Sum(t => Expectation(t, 0, points.Row(row), known)));
            for (int feature = 0; feature < 4; feature++)
            {
                Assert.Equal(expected[feature], values.Values[row, feature], 1e-10);
            }
        }

        AssertAddUp(values, margins);
        Assert.True(values.MeanAbsolute()[0] > values.MeanAbsolute()[3]);
    }

    [Fact]
    public void Trees_and_forests_add_up_to_their_forecasts()
    {
        (Matrix points, bool[] labels, double[] amounts) = TreeSamples.Draw(150, 5, 4);
        DecisionTreeClassifierModel tree = DecisionTreeClassifier.Fit(points, labels, null);
        AssertAddUp(TreeShap.Explain(tree.Tree, points, TestContext.Current.CancellationToken), tree.PredictProbability(points));
        RandomForestRegressorModel forest = RandomForestRegressor.Fit(points, amounts, new RandomForestOptions { TreeCount = 7 });
        AssertAddUp(TreeShap.Explain(forest.Forest, points, TestContext.Current.CancellationToken), forest.Predict(points));
    }

    [Fact]
    public void Every_class_has_its_own_explanation()
    {
        (Matrix points, _, _) = TreeSamples.Draw(200, 3, 5);
        int[] labels = [.. Enumerable.Range(0, 200).Select(row => points[row, 1] > 0.5 ? 2 : points[row, 0] > 0 ? 1 : 0)];
        var options = new GradientBoostedTreesOptions { TreeCount = 10, LearningRate = 0.3 };
        BoostedTreeEnsemble ensemble = GradientBoostedTreesClassifier.Fit(points, labels, 3, options).Ensemble;
        for (int label = 0; label < 3; label++)
        {
            AssertAddUp(TreeShap.Explain(ensemble, points, label, TestContext.Current.CancellationToken), ensemble.Margins(points)[label]);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => TreeShap.Explain(ensemble, points, 3));
        Assert.Throws<ArgumentException>(() => TreeShap.Explain(ensemble, new Matrix(1, 2)));
    }

    [Fact]
    public void A_column_never_asked_about_gets_nothing()
    {
        (Matrix points, bool[] labels, _) = TreeSamples.Draw(100, 2, 6);
        Matrix padded = Matrix.FromColumns(points.Column(0), new double[100], points.Column(1));
        DecisionTree tree = DecisionTreeClassifier.Fit(padded, labels, null).Tree;
        Assert.All(TreeShap.Explain(tree, padded, TestContext.Current.CancellationToken).Values.Column(1), v => Assert.Equal(0, v));
    }

    private static void AssertAddUp(ShapleyValues values, double[] forecasts)
    {
        for (int row = 0; row < forecasts.Length; row++)
        {
            double sum = values.ExpectedValue;
            foreach (double part in values.Values.Row(row))
            {
                sum += part;
            }

            Assert.Equal(forecasts[row], sum, 1e-9);
        }
    }

    /// <summary>The weighted mean over all subsets of the other features of what knowing one more changes.</summary>
    private static double[] ByDefinition(int features, Func<int, double> value)
    {
        double[] worth = [.. Enumerable.Range(0, 1 << features).Select(value)];
        double[] factorial = [1, 1, 2, 6, 24, 120];
        var result = new double[features];
        for (int feature = 0; feature < features; feature++)
        {
            for (int subset = 0; subset < worth.Length; subset++)
            {
                if ((subset & (1 << feature)) == 0)
                {
                    int size = BitOperations.PopCount((uint)subset);
                    double weight = factorial[size] * factorial[features - size - 1] / factorial[features];
                    result[feature] += weight * (worth[subset | (1 << feature)] - worth[subset]);
                }
            }
        }

        return result;
    }

    /// <summary>The tree's value where only some features are known: unknown splits are averaged by the rows that went each way.</summary>
    private static double Expectation(BoostedTree tree, int position, Span<double> row, int known)
    {
        BoostedTreeNode node = tree.Nodes[position];
        if (node.IsLeaf)
        {
            return node.Value;
        }

        if ((known & (1 << node.Feature)) != 0)
        {
            bool left = double.IsNaN(row[node.Feature]) ? node.MissingLeft : row[node.Feature] <= node.Threshold;
            return Expectation(tree, left ? node.Left : node.Right, row, known);
        }

        return ((tree.Nodes[node.Left].Cover * Expectation(tree, node.Left, row, known))
            + (tree.Nodes[node.Right].Cover * Expectation(tree, node.Right, row, known))) / node.Cover;
    }
}
