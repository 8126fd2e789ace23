using CustomerDashboard.Core.Cleaning;

namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>
/// The days on which each customer bought, and for how much: what the models of buying call purchases. Several orders on one day are one.
/// Customers are indices into <see cref="CleanedTransactions.CustomerIds"/>.
/// </summary>
public sealed class PurchaseDays
{
    private readonly int[] _starts;
    private readonly int[] _days;
    private readonly double[] _amounts;

    private PurchaseDays(int[] starts, int[] days, double[] amounts, int firstDay, int lastDay)
    {
        (_starts, _days, _amounts, FirstDay, LastDay) = (starts, days, amounts, firstDay, lastDay);
    }

    public int CustomerCount => _starts.Length - 1;

    /// <summary>The first day of the data, in days since 0001-01-01.</summary>
    public int FirstDay { get; }

    /// <summary>The last day of the data.</summary>
    public int LastDay { get; }

    /// <summary>Collects them. Costs O(n log n) for n lines.</summary>
    /// <exception cref="ArgumentException">There is no line.</exception>
    public static PurchaseDays Of(CleanedTransactions lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (lines.RowCount == 0)
        {
            throw new ArgumentException("There are no purchases.");
        }

        var keys = new long[lines.RowCount];
        var amounts = new double[lines.RowCount];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = ((long)lines.Customer[i] << 32) | (uint)(lines.Ticks[i] / TimeSpan.TicksPerDay);
        }

        // Amounts are added in the order of the lines, so that sums do not depend on how equal keys are sorted.
        int[] order = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(order, (a, b) => keys[a] != keys[b] ? keys[a].CompareTo(keys[b]) : a.CompareTo(b));
        var starts = new int[lines.CustomerCount + 1];
        var days = new int[keys.Length];
        int count = 0, first = int.MaxValue, last = 0;
        long before = -1;
        foreach (int row in order)
        {
            if (keys[row] != before)
            {
                before = keys[row];
                days[count++] = (int)(before & 0xFFFFFFFF);
                starts[(int)(before >> 32) + 1]++;
                first = Math.Min(first, days[count - 1]);
                last = Math.Max(last, days[count - 1]);
            }

            amounts[count - 1] += lines.Amount[row];
        }

        for (int c = 0; c < lines.CustomerCount; c++)
        {
            starts[c + 1] += starts[c];
        }

        return new PurchaseDays(starts, days[..count], amounts[..count], first, last);
    }

    /// <summary>The days of one customer, ascending.</summary>
    public ReadOnlySpan<int> Days(int customer) => _days.AsSpan(_starts[customer], _starts[customer + 1] - _starts[customer]);

    /// <summary>The amounts of those days.</summary>
    public ReadOnlySpan<double> Amounts(int customer) => _amounts.AsSpan(_starts[customer], _starts[customer + 1] - _starts[customer]);

    /// <summary>What is known at the end of a day of every customer who had bought by then.</summary>
    public PurchaseSnapshot Until(int day)
    {
        var (customers, frequency, recency, age, mean) = (new List<int>(), new List<int>(), new List<double>(), new List<double>(), new List<double>());
        for (int c = 0; c < CustomerCount; c++)
        {
            ReadOnlySpan<int> days = Days(c);
            if (days.Length == 0 || days[0] > day)
            {
                continue;
            }

            int last = 0;
            double amount = 0;
            ReadOnlySpan<double> amounts = Amounts(c);
            while (last + 1 < days.Length && days[last + 1] <= day)
            {
                amount += amounts[++last];
            }

            customers.Add(c);
            frequency.Add(last);
            recency.Add(days[last] - days[0]);
            age.Add(day - days[0]);
            mean.Add(last > 0 ? amount / last : 0);
        }

        return new PurchaseSnapshot([.. customers], new PurchaseCounts([.. frequency], [.. recency], [.. age]), [.. mean]);
    }

    /// <summary>How many days with a purchase each of the customers has in (from, to].</summary>
    public double[] CountBetween(ReadOnlySpan<int> customers, int from, int to)
    {
        var counts = new double[customers.Length];
        for (int i = 0; i < counts.Length; i++)
        {
            foreach (int day in Days(customers[i]))
            {
                counts[i] += day > from && day <= to ? 1 : 0;
            }
        }

        return counts;
    }
}
