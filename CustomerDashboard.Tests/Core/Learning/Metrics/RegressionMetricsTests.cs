using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Tests.Core.Learning.Metrics;

public class RegressionMetricsTests
{
    private static readonly double[] Predicted = [1, 2, 3, 10];
    private static readonly double[] Actual = [1, 4, 2, 6];

    [Fact]
    public void A_small_case_worked_by_hand()
    {
        Assert.Equal(7.0 / 4, RegressionMetrics.MeanAbsoluteError(Predicted, Actual), 1e-12);
        Assert.Equal(1.5, RegressionMetrics.MedianAbsoluteError(Predicted, Actual), 1e-12);
        Assert.Equal(Math.Sqrt(21.0 / 4), RegressionMetrics.RootMeanSquaredError(Predicted, Actual), 1e-12);

        // The actual mean is 3.25, the squared deviations sum to 14.75.
        Assert.Equal(1 - (21 / 14.75), RegressionMetrics.R2(Predicted, Actual), 1e-12);
        Assert.Equal(16.0 / 13, RegressionMetrics.TotalRatio(Predicted, Actual), 1e-12);
        Assert.Equal(0.8, RegressionMetrics.Spearman(Predicted, Actual), 1e-12);
    }

    [Fact]
    public void Ties_share_their_mean_rank() =>
        Assert.Equal(Math.Sqrt(3) / 2, RegressionMetrics.Spearman([1, 1, 2], [1, 2, 3]), 1e-12);

    [Fact]
    public void What_is_undefined_is_said_so()
    {
        Assert.True(double.IsNaN(RegressionMetrics.R2([1, 2], [3, 3])));
        Assert.True(double.IsNaN(RegressionMetrics.Spearman([1, 1], [1, 2])));
        Assert.True(double.IsNaN(RegressionMetrics.TotalRatio([1], [0])));
        Assert.Throws<ArgumentException>(() => RegressionMetrics.MeanAbsoluteError([], []));
        Assert.Throws<ArgumentException>(() => RegressionMetrics.R2([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => RegressionMetrics.R2([double.NaN], [1]));
    }
}
