using System.Globalization;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Benchmarks;

/// <summary>What the benchmarks of classifiers learn from: the peers' training customers, or a million made-up rows.</summary>
internal static class PredictionSample
{
    /// <summary>The 4,224 customers x 17 features of data set II that the peers learn from.</summary>
    public static (Matrix Points, bool[] BuysAgain, double[] Spend) Customers()
    {
        string folder = FindReference();
        var test = File.ReadLines(Path.Combine(folder, "prediction_test_customers.txt")).Select(l => l.Trim()).ToHashSet();
        string[][] rows =
        [
            .. File.ReadLines(Path.Combine(folder, "prediction_table_online_retail_II.csv")).Skip(1)
                .Select(l => l.Split(',')).Where(r => !test.Contains(r[0])),
        ];
        var points = new Matrix(rows.Length, 17);
        for (int row = 0; row < rows.Length; row++)
        {
            for (int column = 0; column < 17; column++)
            {
                points[row, column] = double.Parse(rows[row][column + 1], CultureInfo.InvariantCulture);
            }
        }

        return (points, [.. rows.Select(r => r[18] == "1")], [.. rows.Select(r => double.Parse(r[21], CultureInfo.InvariantCulture))]);
    }

    /// <summary>Rows x 8 values and a label that leans on them, straight and curved.</summary>
    public static (Matrix Points, bool[] Labels) Rows(int rows)
    {
        var random = new RandomSource(3);
        var points = new Matrix(rows, 8);
        var labels = new bool[rows];
        for (int row = 0; row < rows; row++)
        {
            double lean = 0;
            for (int column = 0; column < 8; column++)
            {
                double value = random.NextGaussian();
                points[row, column] = value;
                lean += (value * ((column % 3) - 1)) + (column < 3 ? 0.3 * value * value : 0);
            }

            labels[row] = random.NextDouble() < 1 / (1 + Math.Exp(-lean));
        }

        return (points, labels);
    }

    private static string FindReference()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string reference = Path.Combine(folder.FullName, "shared", "reference");
            if (File.Exists(Path.Combine(reference, "prediction_test_customers.txt")))
            {
                return reference;
            }
        }

        throw new FileNotFoundException("These benchmarks need shared/reference/prediction_table_online_retail_II.csv beside the checkout.");
    }
}
