namespace CustomerDashboard.Core.Segmentation;

/// <summary>How many customers are in each pair of segments of two divisions of the same customers: the flows of a Sankey diagram.</summary>
public sealed class CrossTable
{
    private CrossTable(int[][] counts, int[] rowTotals, int[] columnTotals, int total)
    {
        Counts = counts;
        RowTotals = rowTotals;
        ColumnTotals = columnTotals;
        Total = total;
    }

    /// <summary>Customers by segment of the first (outer) and of the second division (inner).</summary>
    public IReadOnlyList<IReadOnlyList<int>> Counts { get; }

    /// <summary>Sizes of the first division's segments.</summary>
    public IReadOnlyList<int> RowTotals { get; }

    /// <summary>Sizes of the second division's segments.</summary>
    public IReadOnlyList<int> ColumnTotals { get; }

    /// <summary>Number of customers.</summary>
    public int Total { get; }

    /// <summary>Counts the pairs, O(n).</summary>
    /// <param name="first">The first label of each customer, 0 or more.</param>
    /// <param name="second">The second label of each customer, 0 or more.</param>
    /// <exception cref="ArgumentException">The lists differ in length, or a label is negative.</exception>
    public static CrossTable Of(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException($"Both divisions must be of the same customers, not of {first.Length} and {second.Length}.", nameof(second));
        }

        int[] rowTotals = Sizes(first, nameof(first));
        int[] columnTotals = Sizes(second, nameof(second));
        var counts = new int[rowTotals.Length][];
        for (int row = 0; row < counts.Length; row++)
        {
            counts[row] = new int[columnTotals.Length];
        }

        for (int i = 0; i < first.Length; i++)
        {
            counts[first[i]][second[i]]++;
        }

        return new CrossTable(counts, rowTotals, columnTotals, first.Length);
    }

    private static int[] Sizes(ReadOnlySpan<int> labels, string name)
    {
        int largest = -1;
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] < 0)
            {
                throw new ArgumentException($"Customer {i + 1} has the label {labels[i]}; labels start at 0.", name);
            }

            largest = Math.Max(largest, labels[i]);
        }

        var sizes = new int[largest + 1];
        for (int i = 0; i < labels.Length; i++)
        {
            sizes[labels[i]]++;
        }

        return sizes;
    }
}
