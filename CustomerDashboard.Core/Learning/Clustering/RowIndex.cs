using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Finds the first row of a matrix that equals a given one, by hash.</summary>
internal sealed class RowIndex
{
    private readonly Matrix _rows;
    private readonly Dictionary<int, int> _firstOfHash = [];
    private readonly int[] _nextOfHash;

    public RowIndex(Matrix rows)
    {
        _rows = rows;
        _nextOfHash = new int[rows.Rows];
        for (int row = rows.Rows - 1; row >= 0; row--)
        {
            int hash = Hash(rows.Row(row));
            _nextOfHash[row] = _firstOfHash.GetValueOrDefault(hash, -1);
            _firstOfHash[hash] = row;
        }
    }

    /// <summary>The row, or -1.</summary>
    public int Find(ReadOnlySpan<double> wanted)
    {
        int row = _firstOfHash.GetValueOrDefault(Hash(wanted), -1);
        while (row >= 0 && !_rows.Row(row).SequenceEqual(wanted))
        {
            row = _nextOfHash[row];
        }

        return row;
    }

    /// <summary>How many rows differ from each other.</summary>
    public int CountDistinct()
    {
        int distinct = 0;
        for (int row = 0; row < _rows.Rows; row++)
        {
            distinct += Find(_rows.Row(row)) == row ? 1 : 0;
        }

        return distinct;
    }

    private static int Hash(ReadOnlySpan<double> row)
    {
        var hash = default(HashCode);
        foreach (double value in row)
        {
            // 0 and -0 are equal and have to hash alike.
            hash.Add(value == 0 ? 0 : value);
        }

        return hash.ToHashCode();
    }
}
