using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction.Questions;

/// <summary>The first order of every customer, and what followed it.</summary>
public sealed class FirstPurchaseTable
{
    /// <summary>Ascending indices into the cleaned file's customers.</summary>
    public required int[] CustomerIndex { get; init; }

    /// <summary>When each was first seen.</summary>
    public required long[] FirstTicks { get; init; }

    /// <summary>One row per customer, one column per feature of <see cref="FirstPurchaseFeatureCatalog.All"/>.</summary>
    public required Matrix Features { get; init; }

    /// <summary>Spend in the days after the first order, that order not counted; only known in part where the file ends before.</summary>
    public required double[] Spend { get; init; }

    /// <summary>Whether there was another order in those days.</summary>
    public required bool[] Returned { get; init; }

    public int RowCount => CustomerIndex.Length;

    /// <summary>Reads the first orders of a file. One pass over the lines.</summary>
    /// <param name="data">The cleaned lines.</param>
    /// <param name="days">How many days after the first order count.</param>
    /// <param name="treatment">What becomes of orders cancelled in full: unless kept, they count neither as return nor as spend.</param>
    public static FirstPurchaseTable Build(CleanedTransactions data, int days, ReversedOrders treatment = ReversedOrders.Keep)
    {
        ArgumentNullException.ThrowIfNull(data);
        var lines = new CustomerLines(data);
        return Build(lines, new ReversedOrderIndex(lines), days, treatment);
    }

    internal static FirstPurchaseTable Build(CustomerLines lines, ReversedOrderIndex reversed, int days, ReversedOrders treatment)
    {
        int count = lines.Data.CustomerCount;
        int width = FirstPurchaseFeatureCatalog.All.Count;
        var customers = new List<int>(count);
        var ticks = new List<long>(count);
        var features = new List<double>(count * width);
        var spend = new List<double>(count);
        var returned = new List<bool>(count);
        var countries = new List<int>(count);
        var products = new HashSet<int>();
        var row = new double[width];
        for (int customer = 0; customer < count; customer++)
        {
            (int start, int end) = lines.Of(customer);
            if (start == end)
            {
                continue;
            }

            int first = start;
            for (int line = start + 1; line < end; line++)
            {
                first = lines.Ticks[line] < lines.Ticks[first] ? line : first;
            }

            Describe(lines, start, end, first, products, row);
            features.AddRange(row);
            customers.Add(customer);
            ticks.Add(lines.Ticks[first]);
            countries.Add(lines.Country[first]);
            (double later, bool again) = After(lines, reversed, start, end, first, days, treatment);
            spend.Add(later);
            returned.Add(again);
        }

        var matrix = new Matrix(customers.Count, width, [.. features]);
        int home = countries.Where(c => c >= 0).GroupBy(c => c).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).FirstOrDefault()?.Key ?? -1;
        for (int i = 0; i < countries.Count; i++)
        {
            matrix[i, width - 1] = countries[i] >= 0 && countries[i] == home ? 1 : 0;
        }

        return new FirstPurchaseTable
        {
            CustomerIndex = [.. customers],
            FirstTicks = [.. ticks],
            Features = matrix,
            Spend = [.. spend],
            Returned = [.. returned],
        };
    }

    private static void Describe(CustomerLines lines, int start, int end, int first, HashSet<int> products, double[] row)
    {
        products.Clear();
        Array.Clear(row);
        double prices = 0;
        int count = 0;
        for (int line = start; line < end; line++)
        {
            if (lines.Invoice[line] != lines.Invoice[first])
            {
                continue;
            }

            count++;
            row[0] += lines.Amount[line];
            row[1] += lines.Quantity[line];
            prices += lines.UnitPrice[line];
            row[6] = Math.Max(row[6], lines.UnitPrice[line]);
            row[7] = Math.Max(row[7], lines.Amount[line]);
            row[8] = Math.Max(row[8], lines.Quantity[line]);
            row[11] += lines.Quantity[line] >= 10 ? 1 : 0;
            if (lines.Product[line] >= 0)
            {
                products.Add(lines.Product[line]);
            }
        }

        var time = new DateTime(lines.Ticks[first]);
        row[2] = count;
        row[3] = products.Count;
        row[4] = row[1] / count;
        row[5] = prices / count;
        row[9] = time.TimeOfDay.TotalHours;
        row[11] /= count;
        row[12] = row[0] / count;
        row[13] = (new DateTime(time.Month == 12 && time.Day > 25 ? time.Year + 1 : time.Year, 12, 25) - time.Date).TotalDays;
        row[10] = time.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 1 : 0;
    }

    private static (double Spend, bool Returned) After(
        CustomerLines lines, ReversedOrderIndex reversed, int start, int end, int first, int days, ReversedOrders treatment)
    {
        long until = lines.Ticks[first] + (days * TimeSpan.TicksPerDay);
        double spend = 0;
        bool returned = false;
        for (int line = start; line < end; line++)
        {
            int invoice = lines.Invoice[line];
            if (invoice == lines.Invoice[first] || lines.Ticks[line] > until
                || (treatment != ReversedOrders.Keep && reversed.CancelledAt(invoice) != long.MaxValue))
            {
                continue;
            }

            returned = true;
            spend += lines.Amount[line];
        }

        return (spend, returned);
    }
}
