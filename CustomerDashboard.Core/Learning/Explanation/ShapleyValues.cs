using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Explanation;

/// <summary>What each feature adds to the forecasts of some rows: <see cref="ExpectedValue"/> plus a row's values is its forecast.</summary>
/// <param name="ExpectedValue">The mean forecast over the rows the model learned from, before anything is known of a row.</param>
/// <param name="Values">m x d: the part of each feature (column) in each row's difference from it.</param>
public sealed record ShapleyValues(double ExpectedValue, Matrix Values)
{
    /// <summary>For each feature the mean size of its part over the rows: what it matters in all.</summary>
    public double[] MeanAbsolute()
    {
        var means = new double[Values.Columns];
        for (int row = 0; row < Values.Rows; row++)
        {
            ReadOnlySpan<double> parts = Values.Row(row);
            for (int feature = 0; feature < means.Length; feature++)
            {
                means[feature] += Math.Abs(parts[feature]) / Values.Rows;
            }
        }

        return means;
    }
}
