using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Features;

namespace CustomerDashboard.Core.Recommendations;

/// <summary>
/// The baskets of a shop in the order of time: who bought which products together when. A product counts once in a basket,
/// however many lines or units it has there.
/// </summary>
public sealed class PurchaseLog
{
    private PurchaseLog()
    {
    }

    public required string[] CustomerIds { get; init; }

    public required string[] ProductCodes { get; init; }

    public required string[] ProductNames { get; init; }

    /// <summary>The customer of each basket, an index into <see cref="CustomerIds"/>.</summary>
    public required int[] Customer { get; init; }

    /// <summary>The moment of each basket, never falling.</summary>
    public required long[] Ticks { get; init; }

    /// <summary>The products of basket b are <c>Products[Starts[b]..Starts[b + 1]]</c>, ascending.</summary>
    public required int[] Starts { get; init; }

    /// <summary>Indices into <see cref="ProductCodes"/>.</summary>
    public required int[] Products { get; init; }

    /// <summary>Products that are never looked at: postage, fees, samples.</summary>
    public required int LeftOutProducts { get; init; }

    public int BasketCount => Customer.Length;

    public ReadOnlySpan<int> Basket(int basket) => Products.AsSpan(Starts[basket], Starts[basket + 1] - Starts[basket]);

    /// <summary>How many baskets lie before a moment: they are the first ones.</summary>
    public int CountBefore(DateTime moment)
    {
        int found = Array.BinarySearch(Ticks, moment.Ticks);
        if (found < 0)
        {
            return ~found;
        }

        while (found > 0 && Ticks[found - 1] == moment.Ticks)
        {
            found--;
        }

        return found;
    }

    /// <summary>Reads the baskets of cleaned lines.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="isProduct">Whether a product code is one to recommend; null takes all. Those left out are in no basket.</param>
    public static PurchaseLog Of(CleanedTransactions lines, Func<string, bool>? isProduct = null)
    {
        ArgumentNullException.ThrowIfNull(lines);
        bool[] wanted = Array.ConvertAll(lines.ProductCodes, code => isProduct is null || isProduct(code));
        int[] keys = new int[lines.RowCount];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = lines.Product[i] >= 0 && wanted[lines.Product[i]] ? lines.Invoice[i] : -1;
        }

        LinesByKey byInvoice = LinesByKey.Of(keys, lines.InvoiceCount, null);
        (int[] order, long[] moments) = ByTime(lines, byInvoice);
        var customer = new int[order.Length];
        var starts = new int[order.Length + 1];
        var products = new int[byInvoice.Lines.Length];
        int filled = 0;
        for (int basket = 0; basket < order.Length; basket++)
        {
            ReadOnlySpan<int> invoice = byInvoice[order[basket]];
            customer[basket] = lines.Customer[invoice[0]];
            int from = filled;
            foreach (int line in invoice)
            {
                products[filled++] = lines.Product[line];
            }

            filled = from + Distinct(products.AsSpan(from, filled - from));
            starts[basket + 1] = filled;
        }

        return new PurchaseLog
        {
            CustomerIds = lines.CustomerIds,
            ProductCodes = lines.ProductCodes,
            ProductNames = lines.ProductNames,
            Customer = customer,
            Ticks = moments,
            Starts = starts,
            Products = products[..filled],
            LeftOutProducts = wanted.Count(yes => !yes),
        };
    }

    private static (int[] Invoices, long[] Ticks) ByTime(CleanedTransactions lines, LinesByKey byInvoice)
    {
        var invoices = new List<int>(lines.InvoiceCount);
        var ticks = new List<long>(lines.InvoiceCount);
        for (int invoice = 0; invoice < lines.InvoiceCount; invoice++)
        {
            ReadOnlySpan<int> own = byInvoice[invoice];
            if (own.IsEmpty)
            {
                continue;
            }

            long first = long.MaxValue;
            foreach (int line in own)
            {
                first = Math.Min(first, lines.Ticks[line]);
            }

            invoices.Add(invoice);
            ticks.Add(first);
        }

        int[] order = [.. invoices];
        long[] moments = [.. ticks];
        // Invoices of one minute stay in the order of the file, whatever the sort does with equals.
        var keys = new (long, int)[order.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = (moments[i], order[i]);
        }

        Array.Sort(keys);
        for (int i = 0; i < keys.Length; i++)
        {
            (moments[i], order[i]) = keys[i];
        }

        return (order, moments);
    }

    /// <summary>Sorts and keeps each value once; returns how many there are.</summary>
    private static int Distinct(Span<int> values)
    {
        values.Sort();
        int kept = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (i == 0 || values[i] != values[i - 1])
            {
                values[kept++] = values[i];
            }
        }

        return kept;
    }
}
