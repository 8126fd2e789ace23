using System.Globalization;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Learning;

/// <summary>The customer features of the reference table for data set I.</summary>
internal static class CustomerFeatures
{
    private static readonly string[] Rfm = ["Recency", "Frequency", "Monetary"];

    /// <summary>The named columns as they are in the table, an empty cell as 0.</summary>
    public static Matrix Read(params string[] columns)
    {
        string[] lines = File.ReadAllLines(SharedData.RequireReference("customer_features_online_retail.csv"));
        string[] header = lines[0].Split(',');
        int[] positions = [.. columns.Select(column => Array.IndexOf(header, column))];
        var result = new Matrix(lines.Length - 1, columns.Length);
        for (int row = 0; row < result.Rows; row++)
        {
            string[] cells = lines[row + 1].Split(',');
            for (int column = 0; column < columns.Length; column++)
            {
                string cell = cells[positions[column]];
                result[row, column] = cell.Length == 0 ? 0 : double.Parse(cell, CultureInfo.InvariantCulture);
            }
        }

        return result;
    }

    /// <summary>Recency, Frequency and Monetary, log1p and standardised: what the peers clustered.</summary>
    public static Matrix ScaledRfm()
    {
        Matrix logged = LogTransform.Transform(Read(Rfm));
        return StandardScaler.Fit(logged).Transform(logged);
    }
}
