namespace CustomerDashboard.Core.Sampling;

/// <summary>The kinds of customer the synthetic retailer is made of: what an honest segmentation should find again.</summary>
public enum SampleSegment
{
    /// <summary>Buys every two or three weeks for most of the period, full price, well-filled baskets.</summary>
    Loyal,

    /// <summary>Resellers: dozens of units per line, on weekday mornings.</summary>
    Wholesale,

    /// <summary>Buys in promotion weeks, and mostly what is on promotion.</summary>
    DiscountSeeker,

    /// <summary>Comes back every two or three months.</summary>
    Regular,

    /// <summary>Bought once and never again.</summary>
    OneTime,

    /// <summary>First bought within the last two months.</summary>
    New,

    /// <summary>Used to buy every few weeks, then stopped at least seven months before the end.</summary>
    Lapsed,

    /// <summary>Buys presents in October to December and nothing else.</summary>
    Gifter,
}
