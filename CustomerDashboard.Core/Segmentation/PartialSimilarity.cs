using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>
/// The customers most like one of whom only some features are known: distances are taken over those alone. Costs O(n d).
/// </summary>
internal static class PartialSimilarity
{
    /// <summary>The nearest customers, nearest first; all who are as near as the last of them, because a few orders are the same for many.</summary>
    /// <param name="known">The known customers, n x d.</param>
    /// <param name="point">The new one, as prepared.</param>
    /// <param name="told">Which of its d features were told.</param>
    /// <param name="count">How many are wanted at least.</param>
    public static int[] MostSimilar(Matrix known, ReadOnlySpan<double> point, ReadOnlySpan<bool> told, int count)
    {
        var distances = new double[known.Rows];
        var rows = new int[known.Rows];
        for (int row = 0; row < rows.Length; row++)
        {
            ReadOnlySpan<double> other = known.Row(row);
            double sum = 0;
            for (int column = 0; column < other.Length; column++)
            {
                double difference = told[column] ? other[column] - point[column] : 0;
                sum += difference * difference;
            }

            distances[row] = sum;
            rows[row] = row;
        }

        Array.Sort(rows, (a, b) => distances[a] != distances[b] ? distances[a].CompareTo(distances[b]) : a.CompareTo(b));
        int taken = Math.Min(count, rows.Length);
        while (taken < rows.Length && distances[rows[taken]] <= distances[rows[taken - 1]])
        {
            taken++;
        }

        return rows[..taken];
    }
}
