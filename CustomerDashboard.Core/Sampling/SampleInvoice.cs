namespace CustomerDashboard.Core.Sampling;

/// <summary>One invoice to be written: its lines are drawn from the stream again when its turn comes.</summary>
/// <param name="Ticks">Date and time on the invoice.</param>
/// <param name="Customer">Index of the customer, -1 for a guest, -2 for a correction of the stock.</param>
/// <param name="Stream">The stream of random numbers its lines come from.</param>
/// <param name="OrderedTicks">When the goods were ordered: earlier than <paramref name="Ticks"/> for a cancelling invoice.</param>
internal readonly record struct SampleInvoice(long Ticks, int Customer, int Stream, long OrderedTicks) : IComparable<SampleInvoice>
{
    public const int Guest = -1;
    public const int StockCorrection = -2;

    public bool Cancels => Ticks != OrderedTicks;

    public int CompareTo(SampleInvoice other)
    {
        int byTime = Ticks.CompareTo(other.Ticks);
        return byTime != 0 ? byTime : Stream.CompareTo(other.Stream);
    }
}
