using CustomerDashboard.Core.Cleaning;

namespace CustomerDashboard.Core.Prediction;

/// <summary>
/// The lines of a cleaned file grouped by customer, in file order within each. Made once, read for every cut-off.
/// </summary>
internal sealed class CustomerLines
{
    private readonly int[] _starts;
    private readonly int[] _cancelStarts;

    public CustomerLines(CleanedTransactions data)
    {
        Data = data;
        _starts = Starts(data.Customer, data.CustomerCount);
        _cancelStarts = Starts(data.Cancellations.Customer, data.CustomerCount);
        int[] order = Group(data.Customer, _starts);
        Ticks = Gather(data.Ticks, order);
        Invoice = Gather(data.Invoice, order);
        Product = Gather(data.Product, order);
        Country = Gather(data.Country, order);
        Quantity = Gather(data.Quantity, order);
        UnitPrice = Gather(data.UnitPrice, order);
        Amount = Gather(data.Amount, order);
        int[] cancelOrder = Group(data.Cancellations.Customer, _cancelStarts);
        CancelTicks = Gather(data.Cancellations.Ticks, cancelOrder);
        CancelInvoice = Gather(data.Cancellations.Invoice, cancelOrder);
        CancelAmount = Gather(data.Cancellations.Amount, cancelOrder);
        FirstTicks = long.MaxValue;
        LastTicks = long.MinValue;
        foreach (long ticks in data.Ticks)
        {
            FirstTicks = Math.Min(FirstTicks, ticks);
            LastTicks = Math.Max(LastTicks, ticks);
        }

        int highest = -1;
        foreach (int invoice in CancelInvoice)
        {
            highest = Math.Max(highest, invoice);
        }

        CancelInvoiceCount = highest + 1;
    }

    public CleanedTransactions Data { get; }

    public long FirstTicks { get; }

    public long LastTicks { get; }

    public long[] Ticks { get; }

    public int[] Invoice { get; }

    public int[] Product { get; }

    public int[] Country { get; }

    public double[] Quantity { get; }

    public double[] UnitPrice { get; }

    public double[] Amount { get; }

    public long[] CancelTicks { get; }

    public int[] CancelInvoice { get; }

    public double[] CancelAmount { get; }

    public int CancelInvoiceCount { get; }

    /// <summary>The positions of a customer's lines.</summary>
    public (int Start, int End) Of(int customer) => (_starts[customer], _starts[customer + 1]);

    /// <summary>The positions of a customer's cancelling lines.</summary>
    public (int Start, int End) CancellationsOf(int customer) => (_cancelStarts[customer], _cancelStarts[customer + 1]);

    private static int[] Starts(int[] customers, int count)
    {
        var starts = new int[count + 1];
        foreach (int customer in customers)
        {
            starts[customer + 1]++;
        }

        for (int i = 0; i < count; i++)
        {
            starts[i + 1] += starts[i];
        }

        return starts;
    }

    private static int[] Group(int[] customers, int[] starts)
    {
        int[] next = starts[..^1];
        var order = new int[customers.Length];
        for (int line = 0; line < customers.Length; line++)
        {
            order[next[customers[line]]++] = line;
        }

        return order;
    }

    private static T[] Gather<T>(T[] values, int[] order)
    {
        var result = new T[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            result[i] = values[order[i]];
        }

        return result;
    }
}
