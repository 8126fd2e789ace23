using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Learning.Classification;

public class DecisionTreeClassifierTests
{
    [Fact]
    public void A_small_case_worked_by_hand()
    {
        // Sorted by the only feature: 1 no, 2 no, 3 yes, 4 no, 5 yes, 6 yes.
        var points = new Matrix(6, 1, [5, 1, 3, 6, 2, 4]);
        bool[] labels = [true, false, true, true, false, false];
        DecisionTree tree = DecisionTreeClassifier.Fit(points, labels, null, cancellationToken: TestContext.Current.CancellationToken).Tree;
        TreeNode root = tree.Nodes[0];

        // After 2: left pure, right 3/4 yes, weighted Gini 4 x 0.375 = 1.5; after 4 it is the same by symmetry; the lower threshold wins.
        Assert.Equal((0, 2.5, 6, 0.5, 0.5), (root.Feature, root.Threshold, root.Count, root.Value, root.Impurity));
        TreeNode left = tree.Nodes[root.Left];
        Assert.Equal((true, 2, 0.0, 0.0), (left.IsLeaf, left.Count, left.Value, left.Impurity));
        TreeNode right = tree.Nodes[root.Right];
        Assert.Equal((4, 0.75, 0.375, 4.5), (right.Count, right.Value, right.Impurity, right.Threshold));
        Assert.Equal((3, 4), (tree.Depth, tree.LeafCount));
        Assert.Equal(labels.Select(l => l ? 1.0 : 0), DecisionTreeClassifier.Fit(points, labels, null).PredictProbability(points));
    }

    [Fact]
    public void Of_two_features_that_split_alike_the_first_is_asked()
    {
        Matrix points = Matrix.FromColumns([4.0, 4, 4, 4], [1.0, 2, 3, 4], [10.0, 20, 30, 40]);
        DecisionTree tree = DecisionTreeClassifier.Fit(points, [false, false, true, true], null).Tree;
        Assert.Equal(1, tree.Nodes[0].Feature);
        Assert.Equal(3, tree.Nodes.Count);
        Assert.Equal([0, 1, 0], tree.FeatureImportances());
    }

    [Fact]
    public void Depth_and_leaf_size_are_kept()
    {
        var random = new RandomSource(9);
        var points = new Matrix(400, 4);
        var labels = new bool[400];
        for (int row = 0; row < 400; row++)
        {
            for (int column = 0; column < 4; column++)
            {
                points[row, column] = random.NextInt(30);
            }

            labels[row] = random.NextDouble() < points[row, 0] / 30;
        }

        DecisionTree tree = DecisionTreeClassifier.Fit(points, labels, new DecisionTreeOptions { MaxDepth = 4, MinSamplesLeaf = 17 }).Tree;
        Assert.InRange(tree.Depth, 1, 4);
        Assert.All(tree.Nodes.Where(n => n.IsLeaf), leaf => Assert.True(leaf.Count >= 17));
        Assert.Equal(400, tree.Nodes.Where(n => n.IsLeaf).Sum(n => n.Count));
        for (int id = 0; id < tree.Nodes.Count; id++)
        {
            TreeNode node = tree.Nodes[id];
            int[] rows = [.. Enumerable.Range(0, 400).Where(r => tree.LeafOf(points.Row(r)) == id)];
            Assert.True(!node.IsLeaf || rows.Length == node.Count);
            Assert.True(node.IsLeaf || tree.Nodes[node.Left].Parent == id);
            Assert.True(node.IsLeaf || tree.Nodes[node.Left].Count + tree.Nodes[node.Right].Count == node.Count);
        }
    }

    [Fact]
    public void Every_split_is_the_best_there_is()
    {
        var random = new RandomSource(3);
        for (int round = 0; round < 40; round++)
        {
            var points = new Matrix(25, 3);
            var labels = new bool[25];
            for (int row = 0; row < 25; row++)
            {
                for (int column = 0; column < 3; column++)
                {
                    points[row, column] = random.NextInt(8);
                }

                labels[row] = row == 0 || (row > 1 && random.NextDouble() < 0.4);
            }

            TreeNode root = DecisionTreeClassifier.Fit(points, labels, new DecisionTreeOptions { MaxDepth = 1 }).Tree.Nodes[0];
            double best = 0, found = 0;
            for (int column = 0; column < 3; column++)
            {
                for (double threshold = 0.5; threshold < 8; threshold++)
                {
                    double gain = (25 * Gini(labels)) - Weighted(points, labels, column, threshold);
                    best = Math.Max(best, gain);
                    found = column == root.Feature && threshold == Math.Floor(root.Threshold) + 0.5 ? gain : found;
                }
            }

            Assert.Equal(best, found, 1e-9);
        }
    }

    [Fact]
    public void Neighbouring_numbers_are_still_told_apart()
    {
        double value = 0.1;
        var points = new Matrix(2, 1, [value, Math.BitIncrement(value)]);
        Assert.Equal([0, 1], DecisionTreeClassifier.Fit(points, [false, true], null).PredictProbability(points));
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new DecisionTreeOptions { MaxDepth = -1 }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new DecisionTreeOptions { MinSamplesLeaf = 0 }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new DecisionTreeOptions { MinSamplesSplit = 1 }.Validate());
    }

    private static double Weighted(Matrix points, bool[] labels, int column, double threshold)
    {
        bool[] left = [.. labels.Where((_, row) => points[row, column] <= threshold)];
        bool[] right = [.. labels.Where((_, row) => points[row, column] > threshold)];
        return (left.Length * Gini(left)) + (right.Length * Gini(right));
    }

    private static double Gini(bool[] labels)
    {
        double share = labels.Length == 0 ? 0 : (double)labels.Count(l => l) / labels.Length;
        return 2 * share * (1 - share);
    }
}
