namespace CustomerDashboard.Core.Cleaning;

/// <summary>The first and the last day to look at, both included; a side that is null is open.</summary>
public sealed record DateWindowOptions
{
    public bool Enabled { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <exception cref="ArgumentException">The window ends before it starts.</exception>
    public void Validate()
    {
        if (From is { } from && To is { } to && to < from)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The date window ends on {to:yyyy-MM-dd}, before it starts on {from:yyyy-MM-dd}: swap the two."), nameof(To));
        }
    }
}
