using System.Globalization;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Benchmarks;

/// <summary>The points the learning benchmarks run on: the real customers' reference table, or made-up points of a given size.</summary>
internal static class CustomerPoints
{
    /// <summary>Columns of the reference table of data set I, empty cells as 0.</summary>
    public static Matrix Read(params string[] columns)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        string relative = Path.Combine("shared", "reference", "customer_features_online_retail.csv");
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, relative)))
        {
            folder = folder.Parent;
        }

        if (folder is null)
        {
            throw new FileNotFoundException($"These benchmarks need {relative} beside the checkout.");
        }

        string[] lines = File.ReadAllLines(Path.Combine(folder.FullName, relative));
        string[] header = lines[0].Split(',');
        var values = new Matrix(lines.Length - 1, columns.Length);
        for (int column = 0; column < columns.Length; column++)
        {
            int position = Array.IndexOf(header, columns[column]);
            for (int row = 0; row < values.Rows; row++)
            {
                string cell = lines[row + 1].Split(',')[position];
                values[row, column] = cell.Length == 0 ? 0 : double.Parse(cell, CultureInfo.InvariantCulture);
            }
        }

        return values;
    }

    /// <summary>Recency, Frequency and Monetary of the 4,338 customers of data set I, log1p and standardised.</summary>
    public static Matrix ScaledRfm()
    {
        Matrix logged = LogTransform.Transform(Read("Recency", "Frequency", "Monetary"));
        return StandardScaler.Fit(logged).Transform(logged);
    }

    /// <summary>Points around eight centres.</summary>
    public static Matrix Groups(int rows, int dimensions)
    {
        var random = new RandomSource(1);
        var points = new Matrix(rows, dimensions);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < dimensions; column++)
            {
                points[row, column] = random.NextGaussian() + (row % 8 == column ? 4 : 0);
            }
        }

        return points;
    }
}
