namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>What can be expected of one customer.</summary>
public sealed record CustomerLifetime
{
    public required string Id { get; init; }

    /// <summary>The customer's index among the cleaned file's customers.</summary>
    public required int Customer { get; init; }

    /// <summary>Days with a purchase after the first.</summary>
    public required int Frequency { get; init; }

    /// <summary>Days from the first to the last purchase.</summary>
    public required double Recency { get; init; }

    /// <summary>Days from the first purchase to the end of the data.</summary>
    public required double Age { get; init; }

    public required DateOnly LastPurchase { get; init; }

    /// <summary>What the customer has spent so far.</summary>
    public required double Spent { get; init; }

    public required double ProbabilityAlive { get; init; }

    /// <summary>Purchases to expect in the next 3, 6 and 12 months.</summary>
    public required double Purchases3 { get; init; }

    public required double Purchases6 { get; init; }

    public required double Purchases12 { get; init; }

    /// <summary>The amount to expect of a purchase.</summary>
    public required double ExpectedAmount { get; init; }

    /// <summary>The value of the next 3, 6 and 12 months, at the margin set and discounted month by month.</summary>
    public required double Value3 { get; init; }

    public required double Value6 { get; init; }

    public required double Value12 { get; init; }

    /// <summary>
    /// When the next order was to be expected after the last one, for someone still a customer: the day before which half of such customers come back, and the
    /// days of one in ten and nine in ten. Null for customers who bought once or where it lies more than ten years ahead.
    /// </summary>
    public required DateOnly? NextOrder { get; init; }

    public required DateOnly? NextOrderEarly { get; init; }

    public required DateOnly? NextOrderLate { get; init; }

    /// <summary>True when nine in ten customers of this rhythm would have come back by now. Only for two or more repeat purchases.</summary>
    public required bool IsOverdue { get; init; }

    /// <summary>What the customer would bring in a year at its rhythm if it is still one: what is at stake when it is overdue.</summary>
    public required double ValueIfAlive { get; init; }
}
