namespace CustomerDashboard.Core.Features;

/// <summary>The moment the customer features look back from and the lines they look at.</summary>
public sealed record FeatureOptions
{
    public static FeatureOptions Default { get; } = new();

    /// <summary>
    /// The moment to look back from. Null: the end of the window where it has one, else one day after the last line.
    /// Lines on or after a stated snapshot are not looked at.
    /// </summary>
    public DateTime? Snapshot { get; init; }

    /// <summary>The lines to look at; customers without a line in it have no row.</summary>
    public ObservationWindow Window { get; init; } = ObservationWindow.All;

    /// <summary>Count recency and tenure in whole days (as a calendar would) rather than with their fraction.</summary>
    public bool WholeDays { get; init; } = true;

    /// <summary>How far below a product's usual price a line must be to count as bought at a discount; 0.05 is 5 %.</summary>
    public double DiscountThreshold { get; init; } = 0.05;

    /// <exception cref="ArgumentException">A setting cannot be used.</exception>
    public void Validate()
    {
        Window.Validate();
        if (!(DiscountThreshold >= 0 && DiscountThreshold < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(DiscountThreshold), DiscountThreshold, "The discount threshold is a share from 0 to below 1, for example 0.05.");
        }

        if (Snapshot is { } snapshot && Window.From is { } from && snapshot <= from)
        {
            throw new ArgumentException("The snapshot lies before the window starts, so there is nothing to look back on.", nameof(Snapshot));
        }
    }
}
