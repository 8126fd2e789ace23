namespace CustomerDashboard.Core.Cleaning;

/// <summary>How cancelling invoices are known, and whether their lines are removed.</summary>
public sealed record CancellationOptions
{
    /// <summary>Remove the lines. Off, they stay; either way they feed the return rate of each customer.</summary>
    public bool Enabled { get; init; } = true;

    public CancellationMark Mark { get; init; } = CancellationMark.Automatic;

    /// <summary>What the number of a cancelling invoice starts with; for <see cref="CancellationMark.InvoicePrefix"/> only.</summary>
    public string Prefix { get; init; } = "C";

    /// <summary>Whether "c536379" is a cancellation as "C536379" is; for <see cref="CancellationMark.InvoicePrefix"/> only.</summary>
    public bool IgnoreCase { get; init; }

    /// <exception cref="ArgumentException">The prefix is empty, which would make every invoice a cancellation.</exception>
    public void Validate()
    {
        if (!Enum.IsDefined(Mark))
        {
            throw new ArgumentOutOfRangeException(nameof(Mark), Mark, "Cancellations are found from the data, or known by an invoice prefix or by a negative quantity.");
        }

        if (Mark == CancellationMark.InvoicePrefix && string.IsNullOrWhiteSpace(Prefix))
        {
            throw new ArgumentException("State what the number of a cancelling invoice starts with, for example C; with nothing, every invoice would be a cancellation.", nameof(Prefix));
        }
    }
}
