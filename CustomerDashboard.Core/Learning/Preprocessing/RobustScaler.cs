using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>
/// Subtracts each column's median and divides by its interquartile range, so that a few extreme customers do not set the
/// scale. Quartiles interpolate linearly between ranks. A column whose middle half is one value has no interquartile range:
/// it is listed in <see cref="IScalerModel.ConstantColumns"/> and keeps its unit. Costs O(n log n) per column.
/// </summary>
public static class RobustScaler
{
    /// <summary>Learns the median and quartiles of each column of <paramref name="values"/>.</summary>
    /// <exception cref="ArgumentException">There is no row, or a value is NaN or infinite.</exception>
    public static ScalerModel Fit(Matrix values, IReadOnlyList<string>? columnNames = null)
    {
        Scaler.RequireUsable(values, columnNames);
        var medians = new double[values.Columns];
        var ranges = new double[values.Columns];
        var constant = new List<int>();
        for (int column = 0; column < values.Columns; column++)
        {
            double[] sorted = values.Column(column);
            Array.Sort(sorted);
            medians[column] = Quantile(sorted, 0.5);
            ranges[column] = Quantile(sorted, 0.75) - Quantile(sorted, 0.25);
            if (ranges[column] == 0)
            {
                ranges[column] = 1;
                constant.Add(column);
            }
        }

        return new ScalerModel(ScalingMethod.Robust, medians, ranges, [.. constant]);
    }

    private static double Quantile(double[] sorted, double share)
    {
        double position = share * (sorted.Length - 1);
        int below = (int)position;
        double fraction = position - below;
        return fraction == 0 ? sorted[below] : sorted[below] + (fraction * (sorted[below + 1] - sorted[below]));
    }
}
