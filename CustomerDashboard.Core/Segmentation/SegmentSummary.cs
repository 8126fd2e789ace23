namespace CustomerDashboard.Core.Segmentation;

/// <summary>One segment of a solution.</summary>
public sealed record SegmentSummary
{
    /// <summary>The segment's number and the label of its customers: 0 for the highest mean spend (the largest, where there is no spend).</summary>
    public required int Id { get; init; }

    /// <summary>
    /// Which colour of the fixed order it wears. A segment keeps the colour of the segment it overlaps most with one k below,
    /// so moving the slider repaints as little as possible; <see cref="SegmentContinuity"/> does the same across changes. No two share one.
    /// </summary>
    public required int ColourSlot { get; init; }

    /// <summary>The colour slot of noise, which wears grey.</summary>
    public const int NoiseSlot = -1;

    /// <summary>True for the customers that a method left outside every segment; they are kept together as the last one.</summary>
    public bool IsNoise { get; init; }

    /// <summary>The group of RFM scoring it is, or null for other methods.</summary>
    public RfmGroup? Group { get; init; }

    /// <summary>The archetype of the persona that wore this colour before; null when there was none. It keeps names from flickering.</summary>
    public string? FormerArchetype { get; init; }

    /// <summary>Number of customers.</summary>
    public required int Size { get; init; }

    /// <summary>Share of all customers, 0 to 1.</summary>
    public required double CustomerShare { get; init; }

    /// <summary>Sum of the customers' spend, or null where the data have none.</summary>
    public required double? Revenue { get; init; }

    /// <summary>Share of the revenue of all customers, 0 to 1, or null.</summary>
    public required double? RevenueShare { get; init; }

    /// <summary>Every feature of the table, in its order, not only those the grouping used.</summary>
    public required IReadOnlyList<FeatureProfile> Features { get; init; }

    /// <summary>The segment's centre in the prepared space.</summary>
    public required IReadOnlyList<double> Centre { get; init; }

    /// <summary>Row of the customer nearest to the centre: the typical one.</summary>
    public required int TypicalRow { get; init; }

    /// <summary>Mean silhouette of the segment's customers: how well this one segment holds together. NaN for noise, and where there is nothing to compare with.</summary>
    public required double Silhouette { get; init; }

    /// <summary>The summary of one feature.</summary>
    /// <exception cref="ArgumentException">There is no such feature.</exception>
    public FeatureProfile Feature(string id) => Find(id) ?? throw new ArgumentException($"There is no feature '{id}'.", nameof(id));

    /// <summary>The summary of one feature, or null when the table does not have it.</summary>
    public FeatureProfile? Find(string id)
    {
        for (int i = 0; i < Features.Count; i++)
        {
            if (string.Equals(Features[i].FeatureId, id, StringComparison.Ordinal))
            {
                return Features[i];
            }
        }

        return null;
    }
}
