namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>What is usually asked of foretold numbers; see <see cref="RegressionMetrics"/> for each.</summary>
public sealed record RegressionSummary(
    int Count, double MeanAbsoluteError, double RootMeanSquaredError, double MedianAbsoluteError, double R2, double Spearman, double TotalRatio)
{
    /// <summary>Judges predictions. O(n log n).</summary>
    /// <exception cref="ArgumentException">No case, a value that is not finite, or lengths that differ.</exception>
    public static RegressionSummary Of(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual) => new(
        actual.Length,
        RegressionMetrics.MeanAbsoluteError(predicted, actual),
        RegressionMetrics.RootMeanSquaredError(predicted, actual),
        RegressionMetrics.MedianAbsoluteError(predicted, actual),
        RegressionMetrics.R2(predicted, actual),
        RegressionMetrics.Spearman(predicted, actual),
        RegressionMetrics.TotalRatio(predicted, actual));
}
