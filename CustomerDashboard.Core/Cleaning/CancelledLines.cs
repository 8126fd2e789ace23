namespace CustomerDashboard.Core.Cleaning;

/// <summary>Lines of cancelling invoices, column by column.</summary>
/// <param name="Customer">Index into <see cref="CleanedTransactions.CustomerIds"/>; lines of customers with no kept line are left out.</param>
/// <param name="Invoice">A number per distinct cancelling invoice, 0..n-1.</param>
/// <param name="Ticks">Date and time of each line.</param>
/// <param name="Amount">Amount of each line as in the file (usually negative).</param>
public sealed record CancelledLines(int[] Customer, int[] Invoice, long[] Ticks, double[] Amount);
