using CustomerDashboard.Core.Cleaning;

namespace CustomerDashboard.Core.Baskets;

/// <summary>Which lines the countries, segments and period of the options leave.</summary>
internal static class BasketFilter
{
    /// <returns>True for each line that counts; null when all do.</returns>
    public static bool[]? Of(CleanedTransactions lines, BasketOptions options, int[]? segmentOfCustomer)
    {
        if (options.Segments.Count > 0 && segmentOfCustomer is null)
        {
            throw new ArgumentException("There are no segments to choose from in this analysis. Take the choice of segments back.", nameof(options));
        }

        if (options is { Countries.Count: 0, Segments.Count: 0, From: null, To: null })
        {
            return null;
        }

        var countries = new HashSet<string>(options.Countries, StringComparer.OrdinalIgnoreCase);
        bool[] countryCounts = [.. lines.Countries.Select(countries.Contains)];
        var segments = new HashSet<int>(options.Segments);
        long from = options.From?.ToDateTime(TimeOnly.MinValue).Ticks ?? long.MinValue;
        long before = options.To is { } to && to < DateOnly.MaxValue ? to.AddDays(1).ToDateTime(TimeOnly.MinValue).Ticks : long.MaxValue;
        var included = new bool[lines.RowCount];
        for (int i = 0; i < included.Length; i++)
        {
            included[i] = lines.Ticks[i] >= from && lines.Ticks[i] < before
                && (countries.Count == 0 || (lines.Country[i] >= 0 && countryCounts[lines.Country[i]]))
                && (segments.Count == 0 || (lines.Customer[i] >= 0 && segments.Contains(segmentOfCustomer![lines.Customer[i]])));
        }

        return included;
    }
}
