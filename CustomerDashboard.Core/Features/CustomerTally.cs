using System.Runtime.CompilerServices;
using CustomerDashboard.Core.Cleaning;

namespace CustomerDashboard.Core.Features;

/// <summary>
/// Adds up the lines of one customer at a time. Distinct products and invoices are found by stamping them with the
/// customer, so one instance serves any number of customers (one thread at a time) without clearing.
/// </summary>
internal sealed class CustomerTally(CleanedTransactions cleaned, double[]? usualPrices, double discountThreshold)
{
    private readonly int[] productStamp = new int[cleaned.ProductCodes.Length];
    private readonly int[] invoiceStamp = new int[cleaned.InvoiceCount];
    private readonly long[] invoiceFirst = new long[cleaned.InvoiceCount];
    private readonly List<int> invoices = [];

    public long First { get; private set; }

    public long Last { get; private set; }

    /// <summary>The first line of the invoice that began last.</summary>
    public long LastInvoiceStart { get; private set; }

    public double Amount { get; private set; }

    public double Units { get; private set; }

    public double DiscountedAmount { get; private set; }

    public int Lines { get; private set; }

    public int Invoices => invoices.Count;

    public int Products { get; private set; }

    // Compiled fully at once: a single analysis is over before the runtime would warm up.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(int customer, ReadOnlySpan<int> lines)
    {
        int stamp = customer + 1;
        long first = long.MaxValue;
        long last = long.MinValue;
        double amount = 0;
        double units = 0;
        double discounted = 0;
        int products = 0;
        invoices.Clear();
        foreach (int line in lines)
        {
            long ticks = cleaned.Ticks[line];
            first = Math.Min(first, ticks);
            last = Math.Max(last, ticks);
            amount += cleaned.Amount[line];
            units += cleaned.Quantity[line];
            int invoice = cleaned.Invoice[line];
            if (invoiceStamp[invoice] != stamp)
            {
                invoiceStamp[invoice] = stamp;
                invoiceFirst[invoice] = ticks;
                invoices.Add(invoice);
            }
            else if (ticks < invoiceFirst[invoice])
            {
                invoiceFirst[invoice] = ticks;
            }

            int product = cleaned.Product[line];
            if (product < 0)
            {
                continue;
            }

            if (productStamp[product] != stamp)
            {
                productStamp[product] = stamp;
                products++;
            }

            if (usualPrices is not null && cleaned.UnitPrice[line] < usualPrices[product] * (1 - discountThreshold))
            {
                discounted += cleaned.Amount[line];
            }
        }

        long lastStart = long.MinValue;
        foreach (int invoice in invoices)
        {
            lastStart = Math.Max(lastStart, invoiceFirst[invoice]);
        }

        (First, Last, LastInvoiceStart, Lines, Products) = (first, last, lastStart, lines.Length, products);
        (Amount, Units, DiscountedAmount) = (amount, units, discounted);
    }
}
