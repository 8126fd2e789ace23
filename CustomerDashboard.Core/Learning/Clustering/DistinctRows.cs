using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Finds rows of a matrix that differ from each other.</summary>
internal static class DistinctRows
{
    /// <summary>The number of different rows, or <paramref name="limit"/> when there are at least so many; stops as soon as it knows.</summary>
    public static int CountUpTo(Matrix points, int limit) => First(points, limit).Count;

    /// <summary>The first rows that differ from each other, at most <paramref name="limit"/> of them.</summary>
    public static List<int> First(Matrix points, int limit)
    {
        var kept = new List<int>(Math.Min(limit, points.Rows));
        for (int row = 0; row < points.Rows && kept.Count < limit; row++)
        {
            bool known = false;
            for (int i = 0; i < kept.Count && !known; i++)
            {
                known = points.Row(row).SequenceEqual(points.Row(kept[i]));
            }

            if (!known)
            {
                kept.Add(row);
            }
        }

        return kept;
    }
}
