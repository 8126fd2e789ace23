using System.Runtime.Intrinsics;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Tests.Core.Learning.Trees;

namespace CustomerDashboard.Tests.Core.Learning.Regression;

public class GradientBoostedTreesRegressorTests
{
    [Fact]
    public void A_full_step_without_penalty_is_a_regression_tree()
    {
        // With squared error, no penalty and no shrinkage the first tree is the mean of each leaf: CART.
        (Matrix points, _, _) = TreeSamples.Draw(200, 3, 3);
        double[] targets = [.. points.Column(0).Select((v, row) => v + (points[row, 1] * 2))];
        var options = new GradientBoostedTreesOptions { TreeCount = 1, LearningRate = 1, L2 = 0, RowShare = 1, MaxDepth = 4, MinChildWeight = 5 };
        double[] boosted = GradientBoostedTreesRegressor.Fit(points, targets, options).Predict(points);
        double[] tree = DecisionTreeRegressor.Fit(points, targets, new DecisionTreeOptions { MaxDepth = 4, MinSamplesLeaf = 5 }).Predict(points);
        for (int row = 0; row < boosted.Length; row++)
        {
            Assert.Equal(tree[row], boosted[row], 1e-6);
        }
    }

    [Fact]
    public void Derivatives_are_those_of_the_loss()
    {
        Check(new LogisticLoss(), [0, 1]);
        Check(new SquaredLoss(), [-3, 0, 250]);
        Check(new TweedieLoss(1.3), [0, 2, 80]);
        Check(new TweedieLoss(1.8), [0, 2, 80]);
    }

    [Fact]
    public void Amounts_are_foretold_above_0_and_about_right_in_all()
    {
        (Matrix points, _, double[] amounts) = TreeSamples.Draw(3000, 3, 21, 0.05);
        var options = new GradientBoostedTreesOptions { Loss = BoostingLoss.Tweedie, LearningRate = 0.1, TreeCount = 100 };
        GradientBoostedTreesRegressorModel model = GradientBoostedTreesRegressor.Fit(points, amounts, options);
        double[] forecast = model.Predict(points);
        Assert.All(forecast, f => Assert.True(f > 0));
        Assert.InRange(forecast.Sum() / amounts.Sum(), 0.94, 1.06);
        Assert.True(RegressionMetrics.Spearman(forecast, amounts) > 0.5);
    }

    [Fact]
    public void Weights_count_as_repeated_rows()
    {
        (Matrix points, _, double[] amounts) = TreeSamples.Draw(150, 3, 4);
        double[] weights = TreeSamples.DrawWeights(150, 10);
        int[] repeated = TreeSamples.Repeated(weights);
        foreach (BoostingLoss loss in Enum.GetValues<BoostingLoss>())
        {
            var options = new GradientBoostedTreesOptions { RowShare = 1, TreeCount = 10, LearningRate = 0.3, Loss = loss };
            double[] weighted = GradientBoostedTreesRegressor.Fit(points, amounts, options, weights).Predict(points);
            double[] counted = GradientBoostedTreesRegressor
                .Fit(points.SelectRows(repeated), [.. repeated.Select(r => amounts[r])], options).Predict(points);
            foreach (int row in repeated)
            {
                Assert.Equal(counted[row], weighted[row], 1e-4);
            }
        }
    }

    [Fact]
    public void Amounts_that_Tweedie_cannot_describe_are_refused_in_words()
    {
        var points = new Matrix(3, 1, [1, 2, 3]);
        var options = new GradientBoostedTreesOptions { Loss = BoostingLoss.Tweedie };
        Assert.Contains("negative", Assert.Throws<ArgumentException>(() => GradientBoostedTreesRegressor.Fit(points, [1, -1, 2], options)).Message, StringComparison.Ordinal);
        Assert.Contains("0", Assert.Throws<ArgumentException>(() => GradientBoostedTreesRegressor.Fit(points, [0, 0, 0], options)).Message, StringComparison.Ordinal);
    }

    private static void Check<TLoss>(TLoss loss, double[] targets)
        where TLoss : struct, IPointLoss
    {
        const double Step = 1e-4;
        foreach (double target in targets)
        {
            foreach (double margin in new[] { -3, -0.5, 0, 0.7, 2.5 })
            {
                (Vector256<double> gradient, Vector256<double> hessian) = loss.Derive(Vector256.Create(margin), Vector256.Create(target));
                double up = loss.Loss(margin + Step, target), here = loss.Loss(margin, target), down = loss.Loss(margin - Step, target);
                Assert.Equal((up - down) / (2 * Step), gradient[0], 1e-4 * (1 + Math.Abs(gradient[0])));
                Assert.Equal((up - (2 * here) + down) / (Step * Step), hessian[0], 1e-3 * (1 + Math.Abs(hessian[0])));
            }
        }
    }
}
