using System.Globalization;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction;

namespace CustomerDashboard.Tests.Core.Prediction;

/// <summary>The peers' prediction table of Online Retail II, one row per customer, with their test customers.</summary>
internal sealed class ReferenceTable
{
    private ReferenceTable(string[] customers, Matrix values)
    {
        Customers = customers;
        Values = values;
        Features = values.SelectColumns(Enumerable.Range(0, PredictionFeatureCatalog.Count).ToArray());
        BoughtAgain = [.. values.Column(17).Select(v => v == 1)];
        Spend = values.Column(20);
        Orders = values.Column(21);
    }

    public string[] Customers { get; }

    /// <summary>The columns of the file after the customer id.</summary>
    public Matrix Values { get; }

    public Matrix Features { get; }

    public bool[] BoughtAgain { get; }

    public double[] Spend { get; }

    public double[] Orders { get; }

    public static ReferenceTable Load()
    {
        string path = SharedData.RequireReference("prediction_table_online_retail_II.csv");
        string[][] rows = [.. File.ReadLines(path).Skip(1).Select(line => line.Split(','))];
        var values = new Matrix(rows.Length, rows[0].Length - 1);
        for (int row = 0; row < rows.Length; row++)
        {
            for (int column = 0; column < values.Columns; column++)
            {
                values[row, column] = double.Parse(rows[row][column + 1], CultureInfo.InvariantCulture);
            }
        }

        return new ReferenceTable([.. rows.Select(r => r[0])], values);
    }

    public (int[] Train, int[] Test) PeerSplit()
    {
        var test = File.ReadLines(SharedData.RequireReference("prediction_test_customers.txt")).Select(l => l.Trim()).ToHashSet(StringComparer.Ordinal);
        int[] all = [.. Enumerable.Range(0, Customers.Length)];
        return ([.. all.Where(i => !test.Contains(Customers[i]))], [.. all.Where(i => test.Contains(Customers[i]))]);
    }
}
