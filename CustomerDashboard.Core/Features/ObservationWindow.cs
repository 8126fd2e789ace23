namespace CustomerDashboard.Core.Features;

/// <summary>
/// A span of time, from <paramref name="From"/> (included) to <paramref name="To"/> (not included); a side that is null
/// is open. Features look at one window, outcomes at the next, so that no line belongs to both.
/// </summary>
/// <param name="From">The first moment that counts.</param>
/// <param name="To">The first moment that no longer counts.</param>
public sealed record ObservationWindow(DateTime? From, DateTime? To)
{
    /// <summary>All of the data.</summary>
    public static ObservationWindow All { get; } = new(null, null);

    /// <summary>Everything before a cut-off, or the given number of days before it.</summary>
    public static ObservationWindow Before(DateTime cutoff, double? days = null) =>
        new(days is { } span ? cutoff.AddDays(-span) : null, cutoff);

    /// <summary>The given number of days from a cut-off on.</summary>
    public static ObservationWindow After(DateTime cutoff, double days) => new(cutoff, cutoff.AddDays(days));

    /// <summary>True when a line of this moment counts.</summary>
    public bool Contains(DateTime moment) => (From is null || moment >= From) && (To is null || moment < To);

    /// <exception cref="ArgumentException">The window is empty.</exception>
    public void Validate()
    {
        if (From is { } from && To is { } to && to <= from)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The window ends at {to:yyyy-MM-dd HH:mm}, not after its start at {from:yyyy-MM-dd HH:mm}."), nameof(To));
        }
    }
}
