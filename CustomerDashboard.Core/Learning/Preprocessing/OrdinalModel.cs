namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>The number of each category.</summary>
public sealed class OrdinalModel
{
    private readonly Dictionary<string, int> _places;

    internal OrdinalModel(string[] order)
    {
        Categories = order;
        _places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int place = 0; place < order.Length; place++)
        {
            _places[order[place]] = place;
        }
    }

    /// <summary>The categories in their order; the number of each is its position.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>The number of each row; NaN for a missing category and for one never seen when fitting.</summary>
    /// <param name="codes">One code per row: an index into <paramref name="categories"/>, or -1 for missing.</param>
    /// <param name="categories">The names the codes refer to; they need not be numbered as when fitting.</param>
    /// <exception cref="ArgumentException">A code has no category.</exception>
    public double[] Transform(ReadOnlySpan<int> codes, IReadOnlyList<string> categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        var result = new double[codes.Length];
        for (int row = 0; row < result.Length; row++)
        {
            RequireCode(codes[row], row, categories.Count);
            result[row] = codes[row] >= 0 && _places.TryGetValue(categories[codes[row]], out int place) ? place : double.NaN;
        }

        return result;
    }

    internal static void RequireCode(int code, int row, int categories)
    {
        if (code < -1 || code >= categories)
        {
            throw new ArgumentException($"Row {row + 1} has code {code}, but there are {categories} categories.", nameof(code));
        }
    }
}
