using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>Draws the columns that a tree, a level or a node may ask about.</summary>
internal static class ColumnSample
{
    /// <summary>A share of the columns, rounded, at least one, in ascending order.</summary>
    public static int[] Draw(int[] columns, double share, RandomSource random)
    {
        int count = Math.Clamp((int)Math.Round(share * columns.Length), Math.Min(1, columns.Length), columns.Length);
        return count == columns.Length
            ? columns
            : Array.ConvertAll(random.SampleWithoutReplacement(columns.Length, count), position => columns[position]);
    }
}
