namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>Takes the rejected rows in file order: all are counted, the first are listed, and whoever asks is told of each.</summary>
/// <param name="limit">How many are listed.</param>
/// <param name="told">Told of every row, listed or not; null for nobody.</param>
internal sealed class RejectionList(int limit, Action<RejectedRow>? told = null)
{
    private readonly List<RejectedRow> rows = [];
    private readonly Dictionary<string, int> byReason = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    /// <summary>The rows in file order, up to the limit.</summary>
    public IReadOnlyList<RejectedRow> Listed => rows;

    /// <summary>Adds what could not be split into fields and what the columns refused, in the order of the file.</summary>
    /// <param name="table">The rows as read.</param>
    /// <param name="sheets">The name of each sheet, null for a plain file.</param>
    /// <param name="causes">Why each row is refused, 0 for a row that is kept; null when all are.</param>
    /// <param name="describe">Column, value and reason of a row by its cause.</param>
    public void AddAll(RawTable table, IReadOnlyList<string?> sheets, ushort[]? causes, Func<int, ushort, (string Column, string Value, string Reason)> describe)
    {
        int fault = 0;
        int row = 0;
        for (int sheet = 0; sheet < table.SheetEnds.Count; sheet++)
        {
            int end = table.SheetEnds[sheet];
            for (; row < end && causes is not null; row++)
            {
                if (causes[row] == 0)
                {
                    continue;
                }

                int line = table.LineOf(row);
                AddFaults(before: line);
                (string column, string value, string reason) = describe(row, causes[row]);
                Add(new RejectedRow(line, sheets[sheet], column, value, reason));
            }

            row = end;
            AddFaults(before: int.MaxValue);

            void AddFaults(int before)
            {
                for (; fault < table.Faults.Count && table.Faults[fault].Sheet == sheet && table.Faults[fault].Fault.Line < before; fault++)
                {
                    RowFault found = table.Faults[fault].Fault;
                    Add(new RejectedRow(found.Line, sheets[sheet], "", found.Value, found.Reason));
                }
            }
        }

        if (table.FaultsNotListed > 0)
        {
            Count += table.FaultsNotListed;
            byReason["Further rows that could not be split into fields"] = table.FaultsNotListed;
        }
    }

    public RejectionCount[] CountByReason() =>
        [.. byReason.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new RejectionCount(pair.Key, pair.Value))];

    private void Add(in RejectedRow row)
    {
        Count++;
        byReason[row.Reason] = byReason.GetValueOrDefault(row.Reason) + 1;
        told?.Invoke(row);
        if (rows.Count < limit)
        {
            rows.Add(row);
        }
    }
}
