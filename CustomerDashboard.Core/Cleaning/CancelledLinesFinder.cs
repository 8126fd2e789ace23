using CustomerDashboard.Core.Cleaning.Rules;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>
/// Finds the cancelling lines of the customers that were kept. They count whether or not the rules removed them, so that
/// removing cancellations does not hide who cancels; repeats count once, and lines outside the date window or the
/// countries looked at do not count, as the purchases they are compared with do not.
/// </summary>
internal static class CancelledLinesFinder
{
    /// <param name="lines">The lines of the file.</param>
    /// <param name="newCustomer">The number of each customer of the file among those kept; -1 for the others.</param>
    /// <param name="duplicate">Whether each line repeats an earlier one.</param>
    /// <param name="rule">Which lines cancel.</param>
    /// <param name="options">The cleaning options.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static CancelledLines Find(
        CleaningLines lines, int[] newCustomer, bool[] duplicate, CancellationsRule rule, CleaningOptions options, CancellationToken cancellationToken)
    {
        if (rule.NotApplicableReason(lines) is not null)
        {
            return new CancelledLines([], [], [], []);
        }

        List<ILineTest> outside = [];
        if (options.DateWindow.Enabled)
        {
            outside.Add(new DateWindowRule(options.DateWindow).Prepare(lines, null, cancellationToken));
        }

        CountriesRule countries = new(options.Countries);
        if (options.Countries.Enabled && countries.NotApplicableReason(lines) is null)
        {
            outside.Add(countries.Prepare(lines, null, cancellationToken));
        }

        List<int> rows = CancellingRows(lines, rule.Prepare(lines, null, cancellationToken), outside, newCustomer, duplicate, cancellationToken);
        return Gather(lines, rows, newCustomer);
    }

    private static List<int> CancellingRows(
        CleaningLines lines, ILineTest cancelling, List<ILineTest> outside, int[] newCustomer, bool[] duplicate, CancellationToken cancellationToken)
    {
        const ushort Cancelling = 1;
        const ushort Outside = 2;
        List<int> rows = [];
        var marks = new ushort[RowChunks.Size];
        for (int start = 0; start < lines.RowCount; start += RowChunks.Size)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Span<ushort> own = marks.AsSpan(0, Math.Min(RowChunks.Size, lines.RowCount - start));
            own.Clear();
            cancelling.Mark(start, own, Cancelling);
            foreach (ILineTest test in outside)
            {
                test.Mark(start, own, Outside);
            }

            for (int i = 0; i < own.Length; i++)
            {
                int customer = own[i] == Cancelling && !duplicate[start + i] ? lines.Customer.Codes[start + i] : -1;
                if (customer >= 0 && newCustomer[customer] >= 0)
                {
                    rows.Add(start + i);
                }
            }
        }

        return rows;
    }

    private static CancelledLines Gather(CleaningLines lines, List<int> rows, int[] newCustomer)
    {
        TransactionTable table = lines.Table;
        var result = new CancelledLines(new int[rows.Count], new int[rows.Count], new long[rows.Count], new double[rows.Count]);
        Dictionary<(int Invoice, int Customer, long Day), int> numbers = [];
        for (int i = 0; i < rows.Count; i++)
        {
            int row = rows[i];
            int customer = newCustomer[lines.Customer.Codes[row]];
            int invoice = table.Invoice?.Codes[row] ?? CodedColumn.Missing;
            (int, int, long) key = invoice >= 0 ? (invoice, -1, 0) : (-1, customer, table.Ticks[row] / TimeSpan.TicksPerDay);
            if (!numbers.TryGetValue(key, out int number))
            {
                number = numbers.Count;
                numbers.Add(key, number);
            }

            result.Customer[i] = customer;
            result.Invoice[i] = number;
            result.Ticks[i] = table.Ticks[row];
            result.Amount[i] = lines.RawAmount[row];
        }

        return result;
    }
}
