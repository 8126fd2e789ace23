using System.Globalization;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Benchmarks;

/// <summary>The peers' prediction table: 4,224 customers to learn from and 1,057 to judge on, 17 features as logs on one scale.</summary>
internal sealed class ReferencePredictionTable
{
    private const int Features = 17;

    private ReferencePredictionTable(Matrix train, bool[] labels, double[] spend, Matrix test)
    {
        Train = train;
        Labels = labels;
        Spend = spend;
        Test = test;
    }

    public Matrix Train { get; }

    /// <summary>Who of the customers to learn from bought again.</summary>
    public bool[] Labels { get; }

    /// <summary>What they spent in the 90 days after.</summary>
    public double[] Spend { get; }

    public Matrix Test { get; }

    public static ReferencePredictionTable Load()
    {
        string folder = Path.Combine(Path.GetDirectoryName(BenchmarkData.Find("online_retail_II.csv.gz"))!, "..", "reference");
        var judged = File.ReadLines(Path.Combine(folder, "prediction_test_customers.txt")).Select(l => l.Trim()).ToHashSet(StringComparer.Ordinal);
        string[][] rows = [.. File.ReadLines(Path.Combine(folder, "prediction_table_online_retail_II.csv")).Skip(1).Select(l => l.Split(','))];
        string[][] train = [.. rows.Where(r => !judged.Contains(r[0]))];
        Matrix logs = LogTransform.Transform(Read(train));
        ScalerModel scaler = StandardScaler.Fit(logs);
        return new ReferencePredictionTable(
            scaler.Transform(logs),
            [.. train.Select(r => r[18] == "1")],
            [.. train.Select(r => double.Parse(r[21], CultureInfo.InvariantCulture))],
            scaler.Transform(LogTransform.Transform(Read([.. rows.Where(r => judged.Contains(r[0]))]))));
    }

    private static Matrix Read(string[][] rows)
    {
        var result = new Matrix(rows.Length, Features);
        for (int row = 0; row < rows.Length; row++)
        {
            for (int column = 0; column < Features; column++)
            {
                result[row, column] = double.Parse(rows[row][column + 1], CultureInfo.InvariantCulture);
            }
        }

        return result;
    }
}
