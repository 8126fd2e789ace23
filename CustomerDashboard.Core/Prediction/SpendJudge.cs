using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Core.Prediction;

/// <summary>Turns forecasts and actual spend into every metric shown.</summary>
internal static class SpendJudge
{
    public static RegressionScores Judge(double[] predicted, double[] actual, int trainedOn) => new()
    {
        Customers = actual.Length,
        TrainedOn = trainedOn,
        MeanAbsoluteError = RegressionMetrics.MeanAbsoluteError(predicted, actual),
        RootMeanSquaredError = RegressionMetrics.RootMeanSquaredError(predicted, actual),
        R2 = NullWhereUndefined(RegressionMetrics.R2(predicted, actual)),
        MedianAbsoluteError = RegressionMetrics.MedianAbsoluteError(predicted, actual),
        Spearman = NullWhereUndefined(RegressionMetrics.Spearman(predicted, actual)),
        TotalRatio = NullWhereUndefined(RegressionMetrics.TotalRatio(predicted, actual)),
        Predicted = Array.ConvertAll(predicted, v => (float)v),
        Actual = Array.ConvertAll(actual, v => (float)v),
    };

    /// <summary>
    /// How much smaller the first forecast's mean absolute error is than the second's on the same customers, with the
    /// standard error of that difference.
    /// </summary>
    public static (double Advantage, double StandardError) Compare(RegressionScores first, RegressionScores second)
    {
        int count = first.Customers;
        var differences = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            differences[i] = Math.Abs((double)second.Predicted[i] - second.Actual[i]) - Math.Abs((double)first.Predicted[i] - first.Actual[i]);
            sum += differences[i];
        }

        double mean = sum / count;
        double squares = 0;
        foreach (double difference in differences)
        {
            squares += (difference - mean) * (difference - mean);
        }

        return (mean, Math.Sqrt(squares / Math.Max(1, count - 1) / count));
    }

    private static double? NullWhereUndefined(double value) => double.IsNaN(value) ? null : value;
}
