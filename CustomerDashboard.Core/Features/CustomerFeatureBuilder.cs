using CustomerDashboard.Core.Cleaning;

namespace CustomerDashboard.Core.Features;

/// <summary>
/// Computes the features of each customer from the cleaned lines: recency, frequency and monetary value (Hughes, Strategic
/// Database Marketing, 1994), order and basket sizes, rhythm, cancellations and purchases at a discount. A window looks
/// only at lines inside it, the usual prices included, so nothing from after a cut-off reaches a feature from before it.
/// Cost: O(n + customers) for n lines, plus the medians of the products' prices.
/// </summary>
public static class CustomerFeatureBuilder
{
    private const double TicksPerDay = TimeSpan.TicksPerDay;

    /// <summary>Builds one row per customer with a line in the window, in the order of the cleaned customers.</summary>
    /// <param name="cleaned">The kept lines.</param>
    /// <param name="options">The window and the snapshot; null for all of the data.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>All features of <see cref="FeatureCatalog"/>; no rows when the window has no line.</returns>
    /// <exception cref="ArgumentException">A setting cannot be used.</exception>
    public static CustomerFeatureTable Build(CleanedTransactions cleaned, FeatureOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cleaned);
        options ??= FeatureOptions.Default;
        options.Validate();
        long from = options.Window.From?.Ticks ?? long.MinValue;
        long to = Math.Min(options.Window.To?.Ticks ?? long.MaxValue, options.Snapshot?.Ticks ?? long.MaxValue);
        bool[]? included = Included(cleaned.Ticks, from, to);
        IReadOnlyDictionary<string, string> unavailable = FeatureAvailability.Of(cleaned);
        LinesByKey byCustomer = null!;
        double[]? usualPrices = null;
        Parallel.Invoke(
            () => byCustomer = LinesByKey.Of(cleaned.Customer, cleaned.CustomerCount, included),
            () => usualPrices = unavailable.ContainsKey(FeatureIds.DiscountShare)
                ? null
                : UsualPrices.Medians(cleaned, included, cancellationToken));
        int[] customers = WithLines(byCustomer, cleaned.CustomerCount);
        var columns = new double[FeatureCatalog.All.Count][];
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i] = new double[customers.Length];
        }

        DateTime snapshot = options.Snapshot ?? options.Window.To ?? DayAfter(cleaned.Ticks, included);
        int[] cancelled = CancelledInvoices(cleaned.Cancellations, cleaned.CustomerCount, from, to);
        RowWriter writer = new(columns, snapshot.Ticks, options.WholeDays);
        const int CustomersPerTask = 128;
        Parallel.For(
            0,
            (customers.Length + CustomersPerTask - 1) / CustomersPerTask,
            new ParallelOptions { CancellationToken = cancellationToken },
            () => new CustomerTally(cleaned, usualPrices, options.DiscountThreshold),
            (task, _, tally) =>
            {
                int end = Math.Min(customers.Length, (task + 1) * CustomersPerTask);
                for (int row = task * CustomersPerTask; row < end; row++)
                {
                    tally.Read(customers[row], byCustomer[customers[row]]);
                    writer.Write(row, tally, cancelled[customers[row]]);
                }

                return tally;
            },
            _ => { });
        foreach (string id in unavailable.Keys)
        {
            Array.Fill(columns[FeatureCatalog.IndexOf(id)], double.NaN);
        }

        string[] ids = customers.Length == cleaned.CustomerCount
            ? cleaned.CustomerIds
            : Array.ConvertAll(customers, customer => cleaned.CustomerIds[customer]);
        return new CustomerFeatureTable(ids, FeatureCatalog.All, columns, snapshot)
        {
            CustomerIndex = customers,
            Unavailable = unavailable,
        };
    }

    private static bool[]? Included(long[] ticks, long from, long to)
    {
        if (from == long.MinValue && to == long.MaxValue)
        {
            return null;
        }

        var included = new bool[ticks.Length];
        for (int i = 0; i < ticks.Length; i++)
        {
            included[i] = ticks[i] >= from && ticks[i] < to;
        }

        return included;
    }

    private static int[] WithLines(LinesByKey byCustomer, int customerCount)
    {
        List<int> customers = new(customerCount);
        for (int customer = 0; customer < customerCount; customer++)
        {
            if (byCustomer[customer].Length > 0)
            {
                customers.Add(customer);
            }
        }

        return [.. customers];
    }

    private static DateTime DayAfter(long[] ticks, bool[]? included)
    {
        long last = DateTime.MinValue.Ticks;
        for (int i = 0; i < ticks.Length; i++)
        {
            if (ticks[i] > last && (included is null || included[i]))
            {
                last = ticks[i];
            }
        }

        return new DateTime(Math.Min(last, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay) + TimeSpan.TicksPerDay);
    }

    /// <summary>Distinct cancelling invoices of each customer within the window.</summary>
    private static int[] CancelledInvoices(CancelledLines lines, int customerCount, long from, long to)
    {
        var keys = new long[lines.Ticks.Length];
        int count = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            if (lines.Ticks[i] >= from && lines.Ticks[i] < to)
            {
                keys[count++] = ((long)lines.Customer[i] << 32) | (uint)lines.Invoice[i];
            }
        }

        Array.Sort(keys, 0, count);
        var cancelled = new int[customerCount];
        for (int i = 0; i < count; i++)
        {
            if (i == 0 || keys[i] != keys[i - 1])
            {
                cancelled[(int)(keys[i] >> 32)]++;
            }
        }

        return cancelled;
    }

    /// <summary>Turns the sums of one customer into its row.</summary>
    private sealed class RowWriter(double[][] columns, long snapshot, bool wholeDays)
    {
        private readonly double[] recency = Column(columns, FeatureIds.Recency);
        private readonly double[] frequency = Column(columns, FeatureIds.Frequency);
        private readonly double[] monetary = Column(columns, FeatureIds.Monetary);
        private readonly double[] orderValue = Column(columns, FeatureIds.AverageOrderValue);
        private readonly double[] units = Column(columns, FeatureIds.UnitsPerBasket);
        private readonly double[] lines = Column(columns, FeatureIds.LinesPerBasket);
        private readonly double[] products = Column(columns, FeatureIds.DistinctProducts);
        private readonly double[] tenure = Column(columns, FeatureIds.Tenure);
        private readonly double[] gap = Column(columns, FeatureIds.MeanDaysBetweenPurchases);
        private readonly double[] returnRate = Column(columns, FeatureIds.ReturnRate);
        private readonly double[] cancellations = Column(columns, FeatureIds.CancelledInvoices);
        private readonly double[] discount = Column(columns, FeatureIds.DiscountShare);

        public void Write(int row, CustomerTally tally, int cancelled)
        {
            double orders = tally.Invoices;
            recency[row] = Days(snapshot - tally.Last);
            frequency[row] = orders;
            monetary[row] = tally.Amount;
            orderValue[row] = tally.Amount / orders;
            units[row] = tally.Units / orders;
            lines[row] = tally.Lines / orders;
            products[row] = tally.Products;
            tenure[row] = Days(snapshot - tally.First);
            gap[row] = orders > 1 ? (tally.LastInvoiceStart - tally.First) / TicksPerDay / (orders - 1) : double.NaN;
            returnRate[row] = cancelled / (cancelled + orders);
            cancellations[row] = cancelled;
            discount[row] = tally.Amount > 0 ? tally.DiscountedAmount / tally.Amount : double.NaN;
        }

        private double Days(long ticks) => wholeDays ? ticks / TimeSpan.TicksPerDay : ticks / TicksPerDay;

        private static double[] Column(double[][] columns, string id) => columns[FeatureCatalog.IndexOf(id)];
    }
}
