using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Learning.Regression;

public class DecisionTreeRegressorTests
{
    [Fact]
    public void A_small_case_worked_by_hand()
    {
        // Means 2 and 21: the split between 3 and 10 leaves squared errors 2 + 2 of 545.5 in all.
        var points = new Matrix(6, 1, [1, 2, 3, 10, 11, 12]);
        double[] targets = [1, 2, 3, 20, 21, 22];
        DecisionTree tree = DecisionTreeRegressor.Fit(points, targets, new DecisionTreeOptions { MaxDepth = 1 }).Tree;
        Assert.Equal(6.5, tree.Nodes[0].Threshold);
        Assert.Equal(11.5, tree.Nodes[0].Value, 1e-12);
        Assert.Equal([2.0, 21.0], tree.Nodes.Where(n => n.IsLeaf).Select(n => n.Value));
        Assert.Equal(2.0 / 3, tree.Nodes[1].Impurity, 1e-12);
    }

    [Fact]
    public void Without_limits_every_distinct_row_gets_its_own_answer()
    {
        var random = new RandomSource(2);
        var points = new Matrix(200, 2);
        var targets = new double[200];
        for (int row = 0; row < 200; row++)
        {
            points[row, 0] = random.NextDouble();
            points[row, 1] = random.NextDouble();
            targets[row] = random.NextGaussian();
        }

        Assert.Equal(targets, DecisionTreeRegressor.Fit(points, targets, null).Predict(points));
    }

    [Fact]
    public void The_order_of_rows_does_not_matter()
    {
        var random = new RandomSource(6);
        var points = new Matrix(150, 3);
        var targets = new double[150];
        for (int row = 0; row < 150; row++)
        {
            points[row, 0] = random.NextInt(10);
            points[row, 1] = random.NextInt(10);
            points[row, 2] = points[row, 0] * 2;
            targets[row] = random.NextInt(50);
        }

        int[] order = [.. Enumerable.Range(0, 150)];
        random.Shuffle<int>(order);
        var options = new DecisionTreeOptions { MaxDepth = 4 };
        double[] straight = DecisionTreeRegressor.Fit(points, targets, options).Predict(points);
        double[] shuffled = DecisionTreeRegressor.Fit(points.SelectRows(order), [.. order.Select(r => targets[r])], options).Predict(points);
        for (int row = 0; row < 150; row++)
        {
            Assert.Equal(straight[row], shuffled[row], 1e-9);
        }
    }
}
