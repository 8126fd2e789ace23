namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>Collects rejected rows: all are counted, so many are listed.</summary>
internal sealed class RejectionList(int limit)
{
    private readonly List<(int Sheet, RejectedRow Row)> rows = [];
    private readonly Dictionary<string, int> byReason = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    public void Add(int sheet, in RejectedRow row)
    {
        Count++;
        byReason[row.Reason] = byReason.GetValueOrDefault(row.Reason) + 1;
        if (rows.Count < limit)
        {
            rows.Add((sheet, row));
        }
    }

    public void AddUnlisted(int count)
    {
        if (count > 0)
        {
            Count += count;
            byReason["Further rows that could not be split into fields"] = count;
        }
    }

    /// <summary>The rows in file order.</summary>
    public RejectedRow[] ToArray()
    {
        // The sort must be stable: one row is listed once, but two sheets may share a line number.
        return [.. rows.OrderBy(item => item.Sheet).ThenBy(item => item.Row.Line).Select(item => item.Row)];
    }

    public RejectionCount[] CountByReason() =>
        [.. byReason.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new RejectionCount(pair.Key, pair.Value))];
}
