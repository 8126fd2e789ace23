namespace CustomerDashboard.Core.Segmentation;

/// <summary>Finds which segment of one division is which of another of the same customers, so that names and colours survive a re-run.</summary>
public static class SegmentMatching
{
    /// <summary>
    /// Pairs segments so that as many customers as possible stay in the segment their own is paired with
    /// (<see cref="OptimalAssignment"/> on the <see cref="CrossTable"/>). Costs O(n + k^3).
    /// </summary>
    /// <param name="first">The first label of each customer, 0 or more.</param>
    /// <param name="second">The second label of each customer, 0 or more.</param>
    /// <returns>For each segment of the first division that of the second, or -1 when it is left over or the two share nobody.</returns>
    /// <exception cref="ArgumentException">The lists differ in length, or a label is negative.</exception>
    public static int[] Match(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        CrossTable table = CrossTable.Of(first, second);
        int rows = table.RowTotals.Count;
        int columns = table.ColumnTotals.Count;
        if (rows == 0)
        {
            return [];
        }

        var overlaps = new double[rows, columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                overlaps[row, column] = table.Counts[row][column];
            }
        }

        int[] pairs = OptimalAssignment.Maximise(overlaps);
        for (int row = 0; row < rows; row++)
        {
            if (pairs[row] >= 0 && table.Counts[row][pairs[row]] == 0)
            {
                pairs[row] = -1;
            }
        }

        return pairs;
    }
}
