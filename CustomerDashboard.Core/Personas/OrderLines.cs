using CustomerDashboard.Core.Cleaning;

namespace CustomerDashboard.Core.Personas;

/// <summary>
/// The lines of a cleaned file gathered into orders: an order is one invoice of one customer. Built in O(n) by counting,
/// orders in order of their first line.
/// </summary>
internal sealed class OrderLines
{
    private OrderLines(int[] customers, long[] ticks, int[] starts, int[] lines)
    {
        Customers = customers;
        Ticks = ticks;
        Starts = starts;
        Lines = lines;
    }

    public int Count => Customers.Length;

    /// <summary>The customer of each order.</summary>
    public int[] Customers { get; }

    /// <summary>The earliest moment of each order.</summary>
    public long[] Ticks { get; }

    /// <summary>Where each order begins in <see cref="Lines"/>; one entry more than orders.</summary>
    public int[] Starts { get; }

    /// <summary>The lines, order by order.</summary>
    public int[] Lines { get; }

    public static OrderLines Of(CleanedTransactions cleaned)
    {
        int[] orderOfLine = Number(cleaned, out List<int> customers);
        var ticks = new long[customers.Count];
        Array.Fill(ticks, long.MaxValue);
        var starts = new int[customers.Count + 1];
        for (int line = 0; line < orderOfLine.Length; line++)
        {
            int order = orderOfLine[line];
            starts[order + 1]++;
            ticks[order] = Math.Min(ticks[order], cleaned.Ticks[line]);
        }

        for (int order = 0; order < customers.Count; order++)
        {
            starts[order + 1] += starts[order];
        }

        var next = starts[..^1];
        var lines = new int[orderOfLine.Length];
        for (int line = 0; line < orderOfLine.Length; line++)
        {
            lines[next[orderOfLine[line]]++] = line;
        }

        return new OrderLines([.. customers], ticks, starts, lines);
    }

    // An invoice number nearly always belongs to one customer; the others are kept apart in a dictionary.
    private static int[] Number(CleanedTransactions cleaned, out List<int> customers)
    {
        customers = [];
        var orderOfInvoice = new int[cleaned.InvoiceCount];
        Array.Fill(orderOfInvoice, -1);
        var shared = new Dictionary<(int Invoice, int Customer), int>();
        var orderOfLine = new int[cleaned.RowCount];
        for (int line = 0; line < orderOfLine.Length; line++)
        {
            int invoice = cleaned.Invoice[line];
            int customer = cleaned.Customer[line];
            int order = orderOfInvoice[invoice];
            if (order < 0)
            {
                order = customers.Count;
                customers.Add(customer);
                orderOfInvoice[invoice] = order;
            }
            else if (customers[order] != customer && !shared.TryGetValue((invoice, customer), out order))
            {
                order = customers.Count;
                customers.Add(customer);
                shared[(invoice, customer)] = order;
            }

            orderOfLine[line] = order;
        }

        return orderOfLine;
    }
}
