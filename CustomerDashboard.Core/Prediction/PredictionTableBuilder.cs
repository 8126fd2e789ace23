using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction;

/// <summary>
/// Computes features and labels at a cut-off. A line after the cut-off touches labels only, one before it features only:
/// nothing leaks. Costs one pass over the lines.
/// </summary>
internal sealed class PredictionTableBuilder
{
    private const byte Observed = 1;
    private const byte InYear = 2;
    private const byte InQuarter = 4;
    private const byte InOutcome = 8;

    private readonly CustomerLines _lines;
    private readonly ReversedOrderIndex _reversed;
    private readonly ReversedOrders _treatment;
    private readonly PredictionWindows _windows;
    private readonly int _homeCountry;
    private readonly int[] _invoiceOwner;
    private readonly byte[] _invoiceFlags;
    private readonly int[] _productOwner;
    private readonly int[] _cancelOwner;

    private PredictionTableBuilder(CustomerLines lines, ReversedOrderIndex reversed, ReversedOrders treatment, PredictionWindows windows)
    {
        _lines = lines;
        _reversed = reversed;
        _treatment = treatment;
        _windows = windows;
        _homeCountry = MostFrequentCountry();
        _invoiceOwner = Unowned(lines.Data.InvoiceCount);
        _invoiceFlags = new byte[lines.Data.InvoiceCount];
        _productOwner = Unowned(lines.Data.ProductCodes.Length);
        _cancelOwner = Unowned(lines.CancelInvoiceCount);
    }

    public static PredictionTable Build(
        CustomerLines lines, ReversedOrderIndex reversed, ReversedOrders treatment, PredictionWindows windows) =>
        new PredictionTableBuilder(lines, reversed, treatment, windows).Build();

    private PredictionTable Build()
    {
        int count = _lines.Data.CustomerCount;
        var customers = new List<int>(count);
        var features = new List<double>(count * PredictionFeatureCatalog.Count);
        var bought = new List<bool>(count);
        var orders = new List<int>(count);
        var spend = new List<double>(count);
        var runRate = new List<double>(count);
        double yearDays = Math.Clamp(_windows.ObservationDays, 1, 365);
        var row = new double[PredictionFeatureCatalog.Count];
        for (int customer = 0; customer < count; customer++)
        {
            CustomerHistory history = Read(customer);
            if (history.Lines == 0)
            {
                continue;
            }

            history.WriteFeatures(row, _windows.Cutoff.Ticks, CountCancellations(customer), _homeCountry);
            customers.Add(customer);
            features.AddRange(row);
            bought.Add(history.OutcomeOrders > 0);
            orders.Add(history.OutcomeOrders);
            spend.Add(history.OutcomeSpend);
            runRate.Add(history.YearSpend * _windows.OutcomeDays / yearDays);
        }

        return new PredictionTable
        {
            Windows = _windows,
            CustomerIndex = [.. customers],
            Features = new Matrix(customers.Count, PredictionFeatureCatalog.Count, [.. features]),
            BoughtAgain = [.. bought],
            Orders = [.. orders],
            Spend = [.. spend],
            RunRate = [.. runRate],
        };
    }

    private CustomerHistory Read(int customer)
    {
        long start = _windows.ObservationStart.Ticks;
        long cutoff = _windows.Cutoff.Ticks;
        long end = _windows.OutcomeEnd.Ticks;
        long year = cutoff - (365 * TimeSpan.TicksPerDay);
        long quarter = cutoff - (90 * TimeSpan.TicksPerDay);
        var history = new CustomerHistory();
        (int first, int last) = _lines.Of(customer);
        for (int line = first; line < last; line++)
        {
            long ticks = _lines.Ticks[line];
            int invoice = _lines.Invoice[line];
            if (ticks < start || ticks > end)
            {
                continue;
            }

            if (_invoiceOwner[invoice] != customer)
            {
                _invoiceOwner[invoice] = customer;
                _invoiceFlags[invoice] = 0;
            }

            if (ticks > cutoff)
            {
                bool reversed = _treatment != ReversedOrders.Keep && _reversed.CancelledAt(invoice) != long.MaxValue;
                if (reversed && _treatment == ReversedOrders.LeaveOut)
                {
                    continue;
                }

                history.OutcomeOrders += Mark(invoice, InOutcome);
                history.OutcomeSpend += reversed ? 0 : _lines.Amount[line];
                continue;
            }

            // Only a cancellation that was known at the cut-off may take an order out of the features.
            if (_treatment == ReversedOrders.LeaveOut && _reversed.CancelledAt(invoice) <= cutoff)
            {
                continue;
            }

            history.Add(ticks, _lines.Amount[line], _lines.Quantity[line], _lines.UnitPrice[line], _lines.Country[line]);
            if (Mark(invoice, Observed) == 1)
            {
                history.AddOrder(ticks);
            }

            int product = _lines.Product[line];
            if (product >= 0 && _productOwner[product] != customer)
            {
                _productOwner[product] = customer;
                history.Products++;
            }

            if (ticks >= year)
            {
                history.YearSpend += _lines.Amount[line];
                history.YearOrders += Mark(invoice, InYear);
            }

            if (ticks >= quarter)
            {
                history.QuarterSpend += _lines.Amount[line];
                history.QuarterOrders += Mark(invoice, InQuarter);
            }
        }

        return history;
    }

    private int CountCancellations(int customer)
    {
        int count = 0;
        (int first, int last) = _lines.CancellationsOf(customer);
        for (int line = first; line < last; line++)
        {
            int invoice = _lines.CancelInvoice[line];
            long ticks = _lines.CancelTicks[line];
            if (ticks >= _windows.ObservationStart.Ticks && ticks <= _windows.Cutoff.Ticks && _cancelOwner[invoice] != customer)
            {
                _cancelOwner[invoice] = customer;
                count++;
            }
        }

        return count;
    }

    private int Mark(int invoice, byte flag)
    {
        if ((_invoiceFlags[invoice] & flag) != 0)
        {
            return 0;
        }

        _invoiceFlags[invoice] |= flag;
        return 1;
    }

    private int MostFrequentCountry()
    {
        var lines = new int[_lines.Data.Countries.Length];
        for (int line = 0; line < _lines.Ticks.Length; line++)
        {
            if (_lines.Country[line] >= 0 && _lines.Ticks[line] >= _windows.ObservationStart.Ticks && _lines.Ticks[line] <= _windows.Cutoff.Ticks)
            {
                lines[_lines.Country[line]]++;
            }
        }

        int home = -1;
        for (int country = 0; country < lines.Length; country++)
        {
            home = home < 0 || lines[country] > lines[home] ? country : home;
        }

        return home;
    }

    private static int[] Unowned(int count)
    {
        var owners = new int[count];
        Array.Fill(owners, -1);
        return owners;
    }
}
