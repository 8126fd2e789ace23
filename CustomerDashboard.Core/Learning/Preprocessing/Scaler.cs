using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>Fits the scaler that an option names.</summary>
public static class Scaler
{
    /// <summary>Fits a scaler on <paramref name="values"/> (n rows, d columns).</summary>
    /// <param name="method">The kind of scaling.</param>
    /// <param name="values">The values to learn offsets and scales from.</param>
    /// <param name="columnNames">What the columns are called, for messages.</param>
    /// <exception cref="ArgumentException">There is no row, or a value is NaN or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The method is unknown.</exception>
    public static IScalerModel Fit(ScalingMethod method, Matrix values, IReadOnlyList<string>? columnNames = null) => method switch
    {
        ScalingMethod.None => Identity(values, columnNames),
        ScalingMethod.Standard => StandardScaler.Fit(values, columnNames),
        ScalingMethod.Robust => RobustScaler.Fit(values, columnNames),
        ScalingMethod.MinMax => MinMaxScaler.Fit(values, columnNames),
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "This kind of scaling is unknown."),
    };

    internal static void RequireUsable(Matrix values, IReadOnlyList<string>? columnNames)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Rows == 0)
        {
            throw new ArgumentException("A scaler needs at least one row.", nameof(values));
        }

        MatrixGuard.RequireFinite(values, columnNames, nameof(values));
    }

    private static ScalerModel Identity(Matrix values, IReadOnlyList<string>? columnNames)
    {
        RequireUsable(values, columnNames);
        var constant = new List<int>();
        for (int column = 0; column < values.Columns; column++)
        {
            int row = 1;
            while (row < values.Rows && values[row, column] == values[0, column])
            {
                row++;
            }

            if (row >= values.Rows)
            {
                constant.Add(column);
            }
        }

        double[] scales = new double[values.Columns];
        Array.Fill(scales, 1);
        return new ScalerModel(ScalingMethod.None, new double[values.Columns], scales, [.. constant]);
    }
}
