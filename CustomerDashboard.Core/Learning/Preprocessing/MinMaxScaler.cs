using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>Maps each column's range to 0..1. Costs one pass, O(n d).</summary>
public static class MinMaxScaler
{
    /// <summary>Learns the range of each column of <paramref name="values"/>.</summary>
    /// <exception cref="ArgumentException">There is no row, or a value is NaN or infinite.</exception>
    public static ScalerModel Fit(Matrix values, IReadOnlyList<string>? columnNames = null)
    {
        Scaler.RequireUsable(values, columnNames);
        double[] smallest = values.Row(0).ToArray();
        double[] largest = values.Row(0).ToArray();
        for (int row = 1; row < values.Rows; row++)
        {
            ReadOnlySpan<double> current = values.Row(row);
            for (int column = 0; column < current.Length; column++)
            {
                smallest[column] = Math.Min(smallest[column], current[column]);
                largest[column] = Math.Max(largest[column], current[column]);
            }
        }

        var scales = new double[values.Columns];
        var constant = new List<int>();
        for (int column = 0; column < scales.Length; column++)
        {
            scales[column] = largest[column] - smallest[column];
            if (scales[column] == 0)
            {
                scales[column] = 1;
                constant.Add(column);
            }
        }

        return new ScalerModel(ScalingMethod.MinMax, smallest, scales, [.. constant]);
    }
}
