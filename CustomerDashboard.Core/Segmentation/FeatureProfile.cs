namespace CustomerDashboard.Core.Segmentation;

/// <summary>One feature over one group of customers; customers without a value are not counted.</summary>
public sealed record FeatureProfile
{
    public required string FeatureId { get; init; }

    /// <summary>Customers with a value.</summary>
    public required int Count { get; init; }

    /// <summary>Customers without one.</summary>
    public required int Missing { get; init; }

    /// <summary>NaN, like the figures below, when no customer has a value.</summary>
    public required double Mean { get; init; }

    public required double Median { get; init; }

    /// <summary>Standard deviation of the group (divided by n).</summary>
    public required double StandardDeviation { get; init; }

    public required double Minimum { get; init; }

    public required double LowerQuartile { get; init; }

    public required double UpperQuartile { get; init; }

    public required double Maximum { get; init; }

    /// <summary>The smallest value within 1.5 interquartile ranges below the lower quartile (Tukey's box plot).</summary>
    public required double LowerWhisker { get; init; }

    /// <summary>The largest value within 1.5 interquartile ranges above the upper quartile.</summary>
    public required double UpperWhisker { get; init; }

    /// <summary>
    /// How many standard deviations of all customers the group's mean lies above (+) or below (-) the mean of all;
    /// on the log(1 + x) scale where <see cref="OnLogScale"/>. 0 for all customers together,
    /// for constant features, and where nobody in the group has a value.
    /// </summary>
    public required double StandardisedDifference { get; init; }

    /// <summary>
    /// True where the feature is never negative and its skewness over all customers exceeds 1, as with money and counts:
    /// the standardised difference is then taken on log(1 + x), so that it speaks of the typical customer.
    /// </summary>
    public required bool OnLogScale { get; init; }
}
