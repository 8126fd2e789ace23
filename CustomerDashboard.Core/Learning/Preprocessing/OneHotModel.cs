using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>Which category goes to which column of 0 and 1.</summary>
public sealed class OneHotModel
{
    internal const int NoColumn = -1;

    private readonly Dictionary<string, int> _columnOfCategory;
    private readonly int _otherColumn;
    private readonly int _missingColumn;

    internal OneHotModel(string[] columnNames, Dictionary<string, int> columnOfCategory, int otherColumn, int missingColumn)
    {
        ColumnNames = columnNames;
        _columnOfCategory = columnOfCategory;
        _otherColumn = otherColumn;
        _missingColumn = missingColumn;
    }

    /// <summary>The category each column stands for.</summary>
    public IReadOnlyList<string> ColumnNames { get; }

    /// <summary>Encodes rows; a category never seen when fitting goes to "other" if there is one, else its row is all zero.</summary>
    /// <param name="codes">One code per row: an index into <paramref name="categories"/>, or -1 for missing.</param>
    /// <param name="categories">The names the codes refer to; they need not be numbered as when fitting.</param>
    /// <returns>One row per code, one column per name of <see cref="ColumnNames"/>.</returns>
    /// <exception cref="ArgumentException">A code has no category.</exception>
    public Matrix Transform(ReadOnlySpan<int> codes, IReadOnlyList<string> categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        var columns = new int[categories.Count];
        for (int category = 0; category < columns.Length; category++)
        {
            columns[category] = _columnOfCategory.TryGetValue(categories[category], out int known) ? known : _otherColumn;
        }

        var result = new Matrix(codes.Length, ColumnNames.Count);
        for (int row = 0; row < codes.Length; row++)
        {
            int code = codes[row];
            if (code < -1 || code >= columns.Length)
            {
                throw new ArgumentException($"Row {row + 1} has code {code}, but there are {columns.Length} categories.", nameof(codes));
            }

            int column = code < 0 ? _missingColumn : columns[code];
            if (column != NoColumn)
            {
                result[row, column] = 1;
            }
        }

        return result;
    }
}
