using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>
/// Brings each column to mean 0 and standard deviation 1. The deviation is that of the population (divided by n, not n - 1),
/// as is usual before clustering. Costs two passes, O(n d).
/// </summary>
public static class StandardScaler
{
    private const double UnitRoundoff = 2.220446049250313e-16;

    /// <summary>Learns the mean and deviation of each column of <paramref name="values"/>.</summary>
    /// <exception cref="ArgumentException">There is no row, or a value is NaN or infinite.</exception>
    public static ScalerModel Fit(Matrix values, IReadOnlyList<string>? columnNames = null)
    {
        Scaler.RequireUsable(values, columnNames);
        double[] means = ColumnMoments.Means(values);
        double[] deviations = ColumnMoments.PopulationVariances(values, means);
        var constant = new List<int>();
        for (int column = 0; column < deviations.Length; column++)
        {
            // A constant column's mean can miss its value by rounding, and that tiny deviation must not be blown up to 1.
            double roundingError = values.Rows * Math.Abs(means[column]) * UnitRoundoff;
            double deviation = Math.Sqrt(deviations[column]);
            if (deviation <= roundingError)
            {
                constant.Add(column);
                means[column] = values[0, column];
                deviation = 1;
            }

            deviations[column] = deviation;
        }

        return new ScalerModel(ScalingMethod.Standard, means, deviations, [.. constant]);
    }
}
