using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Learning.Trees;

public class CostComplexityPruningTests
{
    [Fact]
    public void A_small_case_worked_by_hand()
    {
        // 1 no, 2 no, 3 yes, 4 no, 5 yes, 6 yes. Costs as shares of 6 rows: root 1/2; split at 2 leaves 4/6 x 3/8 = 1/4; splitting the
        // rest at 4 (2 rows at 1/2) leaves 1/6; the last split leaves 0. Links: 3 leaves after the first split give (1/4 - 0) / 2 = 1/8,
        // the last one alone 1/6, the root (1/2 - 0) / 3 = 1/6: the middle goes first, then the root at 1/4.
        var points = new Matrix(6, 1, [1, 2, 3, 4, 5, 6]);
        DecisionTree tree = DecisionTreeClassifier.Fit(points, [false, false, true, false, true, true], null).Tree;
        IReadOnlyList<PruningStep> path = tree.PruningPath();
        Assert.Equal([4, 2, 1], path.Select(s => s.LeafCount));
        Assert.Equal([0, 0.125, 0.25], path.Select(s => Math.Round(s.Strength, 12)));
        Assert.Equal([0, 0.25, 0.5], path.Select(s => Math.Round(s.Impurity, 12)));
        Assert.Equal(4, tree.Prune(0.124).LeafCount);
        Assert.Equal(2, tree.Prune(0.126).LeafCount);
        Assert.Single(tree.Prune(0.26).Nodes);
    }

    [Fact]
    public void No_smaller_tree_costs_less()
    {
        for (int seed = 0; seed < 10; seed++)
        {
            (Matrix points, _, _) = TreeSamples.Draw(40, 2, seed);
            double[] targets = [.. Enumerable.Range(0, 40).Select(r => points[r, 0] * points[r, 1])];
            DecisionTree tree = DecisionTreeRegressor.Fit(points, targets, new DecisionTreeOptions { MaxDepth = 4 }).Tree;
            foreach (double strength in new[] { 0.001, 0.01, 0.03, 0.1 })
            {
                DecisionTree pruned = tree.Prune(strength);
                double cost = pruned.Nodes.Where(n => n.IsLeaf).Sum(n => n.Weight * n.Impurity / 40) + (strength * pruned.LeafCount);
                Assert.Equal(Best(tree, 0, strength), cost, 1e-12);
            }
        }
    }

    [Fact]
    public void The_path_names_every_tree_it_leads_through()
    {
        (Matrix points, bool[] labels, _) = TreeSamples.Draw(500, 3, 2);
        DecisionTree tree = DecisionTreeClassifier.Fit(points, labels, null).Tree;
        IReadOnlyList<PruningStep> path = tree.PruningPath();
        Assert.Equal((tree.LeafCount, 1), (path[0].LeafCount, path[^1].LeafCount));
        for (int i = 1; i < path.Count; i++)
        {
            Assert.True(path[i].Strength > path[i - 1].Strength && path[i].LeafCount < path[i - 1].LeafCount);
            DecisionTree pruned = tree.Prune(path[i].Strength * (1 + 1e-9));
            Assert.Equal(path[i].LeafCount, pruned.LeafCount);
            Assert.All(pruned.Nodes.Skip(1), node => Assert.True(
                pruned.Nodes[pruned.Nodes[node.Parent].Left] == node || pruned.Nodes[pruned.Nodes[node.Parent].Right] == node));
        }

        Assert.Equal(
            tree.Prune(0.004).LeafCount,
            DecisionTreeClassifier.Fit(points, labels, new DecisionTreeOptions { PruningStrength = 0.004 }).Tree.LeafCount);
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Prune(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DecisionTreeOptions { PruningStrength = double.NaN }.Validate());
    }

    [Fact]
    public void Weights_count_as_repeated_rows()
    {
        (Matrix points, bool[] labels, double[] amounts) = TreeSamples.Draw(150, 3, 11);
        double[] weights = TreeSamples.DrawWeights(150, 3);
        int[] repeated = TreeSamples.Repeated(weights);
        Matrix more = points.SelectRows(repeated);
        var options = new DecisionTreeOptions { MaxDepth = 4, PruningStrength = 0.002 };
        DecisionTree weighted = DecisionTreeClassifier.Fit(points, labels, options, weights).Tree;
        DecisionTree counted = DecisionTreeClassifier.Fit(more, [.. repeated.Select(r => labels[r])], options).Tree;
        Assert.Equal(counted.Nodes.Select(n => (n.Feature, n.Threshold, n.Weight)), weighted.Nodes.Select(n => (n.Feature, n.Threshold, n.Weight)));
        double[] forecast = DecisionTreeRegressor.Fit(points, amounts, options, weights).Predict(points);
        double[] expected = DecisionTreeRegressor.Fit(more, [.. repeated.Select(r => amounts[r])], options).Predict(points);
        for (int row = 0; row < forecast.Length; row++)
        {
            Assert.Equal(expected[row], forecast[row], 1e-9);
        }
    }

    /// <summary>The least cost of any tree that keeps the top of the branch.</summary>
    private static double Best(DecisionTree tree, int position, double strength)
    {
        TreeNode node = tree.Nodes[position];
        double alone = (node.Weight * node.Impurity / tree.Nodes[0].Weight) + strength;
        return node.IsLeaf ? alone : Math.Min(alone, Best(tree, node.Left, strength) + Best(tree, node.Right, strength));
    }
}
