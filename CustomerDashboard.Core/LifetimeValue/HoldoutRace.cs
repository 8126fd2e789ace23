namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>Several ways to foretell purchases, learned before the days held out and judged on them.</summary>
public sealed record HoldoutRace
{
    /// <summary>The last day the contenders knew.</summary>
    public required DateOnly Cutoff { get; init; }

    public required DateOnly End { get; init; }

    /// <summary>The customers foretold: all who had bought by the cut-off.</summary>
    public required int Customers { get; init; }

    /// <summary>Their days with a purchase among those held out.</summary>
    public required double ActualPurchases { get; init; }

    /// <summary>From the smallest mean error to the largest.</summary>
    public required IReadOnlyList<HoldoutContender> Contenders { get; init; }

    /// <summary>Who won, by how much, in words.</summary>
    public required string Verdict { get; init; }

    /// <summary>Expected and actual repeat purchases of all customers known at the cut-off, week by week, learning and held out alike.</summary>
    public required IReadOnlyList<TrackingWeek> Weeks { get; init; }

    /// <summary>Expected and actual purchases by how often customers had come back before the cut-off.</summary>
    public required IReadOnlyList<FrequencyBand> Bands { get; init; }
}
