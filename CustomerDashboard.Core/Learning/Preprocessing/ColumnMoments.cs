using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>Means and variances of the columns of a matrix, summed row by row in a fixed order.</summary>
internal static class ColumnMoments
{
    public static double[] Means(Matrix values)
    {
        var means = new double[values.Columns];
        for (int row = 0; row < values.Rows; row++)
        {
            ReadOnlySpan<double> current = values.Row(row);
            for (int column = 0; column < current.Length; column++)
            {
                means[column] += current[column];
            }
        }

        for (int column = 0; column < means.Length; column++)
        {
            means[column] /= values.Rows;
        }

        return means;
    }

    public static double[] PopulationVariances(Matrix values, double[] means)
    {
        var variances = new double[values.Columns];
        for (int row = 0; row < values.Rows; row++)
        {
            ReadOnlySpan<double> current = values.Row(row);
            for (int column = 0; column < current.Length; column++)
            {
                double difference = current[column] - means[column];
                variances[column] += difference * difference;
            }
        }

        for (int column = 0; column < variances.Length; column++)
        {
            variances[column] /= values.Rows;
        }

        return variances;
    }
}
