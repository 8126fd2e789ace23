using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Components.Pages.Segmentation;

/// <summary>The words for the ways of dividing customers and for their settings.</summary>
internal static class MethodWords
{
    public static readonly OptionChoice<CovarianceKind>[] Covariances =
    [
        new(CovarianceKind.Full, "Any ellipse, each its own (full)"),
        new(CovarianceKind.Tied, "One ellipse for all (tied)"),
        new(CovarianceKind.Diagonal, "Ellipses along the features (diagonal)"),
        new(CovarianceKind.Spherical, "Balls (spherical)"),
    ];

    public static readonly OptionChoice<Linkage>[] Linkages =
    [
        new(Linkage.Ward, "Least added spread (Ward)"),
        new(Linkage.Complete, "Farthest pair (complete)"),
        new(Linkage.Average, "Mean of all pairs (average)"),
        new(Linkage.Single, "Nearest pair (single)"),
    ];

    public static readonly OptionChoice<CustomerDistance>[] Comparisons =
    [
        new(CustomerDistance.Euclidean, "Straight line (Euclidean)"),
        new(CustomerDistance.Gower, "Numbers and categories alike (Gower)"),
    ];

    /// <summary>What the tab with the method's own pictures is called; null when it has none.</summary>
    public static string? Tab(SegmentationMethod method) => method switch
    {
        SegmentationMethod.Hierarchical => "The tree",
        SegmentationMethod.Dbscan => "How near is near",
        SegmentationMethod.RfmScoring => "The scores",
        _ => null,
    };

    /// <summary>Why these customers cannot be divided this way, or null when they can.</summary>
    public static string? WhyNot(SegmentationMethodInfo info, CustomerFeatureTable table)
    {
        if (info.Method != SegmentationMethod.RfmScoring)
        {
            return null;
        }

        foreach (var id in new[] { FeatureIds.Recency, FeatureIds.Frequency, FeatureIds.Monetary })
        {
            if (!table.Definitions.Any(feature => feature.Id == id))
            {
                return "Needs a file of purchases: a customer, a date and an amount on each row.";
            }

            if (table.Unavailable.TryGetValue(id, out var reason))
            {
                return reason;
            }
        }

        return null;
    }

    /// <summary>How the segments were found, for a footnote: "4 segments by K-Means, as suggested".</summary>
    public static string Found(SegmentationResult result)
    {
        var info = SegmentationMethodInfo.Of(result.Options.Method);
        var groups = $"{Numbers.Counted(result.ChosenK, "segment")} by {info.Name}";
        return info.TriesSeveralK && result.Suggestion?.K == result.ChosenK ? groups + ", as suggested by the evidence" : groups;
    }
}
