using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Components.Pages.Segmentation;

/// <summary>The sentences of the Segmentation page, each from the figures of one result.</summary>
internal static class SegmentationWords
{
    private static readonly string[] Small = ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];

    public static string Groups(int k) => k == 1 ? "One segment" : k is > 1 and <= 12 ? $"{Small[k - 1]} segments" : $"{Numbers.Count(k)} segments";

    /// <summary>A title in the middle of a sentence; names of methods keep their capitals.</summary>
    public static string Within(string title) => char.ToLowerInvariant(title[0]) + title[1..];

    /// <summary>The page in one sentence: how many segments, and the one that matters most.</summary>
    public static string Answer(DivisionView view)
    {
        var outside = view.Solution.Noise is { } noise ? $" {Numbers.Counted(noise.Size, "customer")} ({Numbers.Percent(noise.CustomerShare)}) {(noise.Size == 1 ? "is" : "are")} in no segment{(noise.RevenueShare is { } brought ? $" and {(noise.Size == 1 ? "brings" : "bring")} {Numbers.Percent(brought)}" : "")}." : "";
        if (view.HasRevenue)
        {
            var first = view.Groups.MaxBy(segment => segment.RevenueShare)!;
            return $"{Groups(view.K)}. The {Numbers.Count(first.Size)} {view.Names[first.Id]} are {Numbers.Percent(first.CustomerShare)} of customers and bring {Numbers.Percent(first.RevenueShare!.Value)} of revenue.{outside}";
        }

        var largest = view.Groups.MaxBy(segment => segment.Size)!;
        return $"{Groups(view.K)} of {Numbers.Counted(view.Solution.Labels.Length, "customer")}. The largest, {view.Names[largest.Id]}, has {Numbers.Count(largest.Size)} ({Numbers.Percent(largest.CustomerShare)}).{outside}";
    }

    /// <summary>What the map keeps of the differences between customers.</summary>
    public static string Map(Projection projection, bool solid)
    {
        var shown = Math.Min(solid ? 3 : 2, projection.ExplainedVarianceRatio.Count);
        var share = projection.ExplainedVarianceRatio.Take(shown).Sum();
        return $"Each point is a customer; near points behave alike. The {shown switch { 1 => "one component shows", 2 => "two components show", _ => "three components show" }} {Numbers.Percent(share)} of the variation in {Numbers.Counted(projection.FeatureIds.Count, "feature")}.";
    }

    /// <summary>The strongest feature of each component that is drawn.</summary>
    public static string Loadings(Projection projection)
    {
        var parts = projection.Loadings.Take(3).Select((weights, component) =>
        {
            var strongest = Enumerable.Range(0, weights.Count).MaxBy(feature => Math.Abs(weights[feature]));
            return $"component {component + 1} mostly follows {projection.FeatureNames[strongest]}";
        });
        return $"Read it with the map: {string.Join(", ", parts)}.";
    }

    /// <summary>The feature in which a segment differs most.</summary>
    public static string Profile(DivisionView view, IReadOnlyList<string> featureNames)
    {
        var best = (Size: -1.0, Segment: 0, Feature: 0);
        foreach (var segment in view.Groups)
        {
            for (var feature = 0; feature < segment.Features.Count; feature++)
            {
                var size = Math.Abs(segment.Features[feature].StandardisedDifference);
                if (size > best.Size) best = (size, segment.Id, feature);
            }
        }

        var difference = view.Solution.Segments[best.Segment].Features[best.Feature].StandardisedDifference;
        return $"Colour says how far a segment lies from the average customer, the figure is its mean. Furthest: {view.Names[best.Segment]}, {featureNames[best.Feature]}, {Numbers.Rounded(Math.Abs(difference))} standard deviations {(difference < 0 ? "below" : "above")}.";
    }

    public static string Shares(DivisionView view)
    {
        var segments = view.Groups.ToList();
        var largest = segments.MaxBy(segment => segment.Size)!;
        if (!view.HasRevenue) return $"{view.Names[largest.Id]} are the largest segment, with {Numbers.Percent(largest.CustomerShare)} of customers.";
        var richest = segments.MaxBy(segment => segment.RevenueShare)!;
        return richest.Id == largest.Id
            ? $"{view.Names[richest.Id]} are the largest segment and bring the most: {Numbers.Percent(richest.RevenueShare!.Value)} of revenue."
            : $"{view.Names[richest.Id]} bring the most, {Numbers.Percent(richest.RevenueShare!.Value)} of revenue; {view.Names[largest.Id]} are the largest segment, with {Numbers.Percent(largest.CustomerShare)} of customers.";
    }

    /// <summary>How many customers change segment, beyond the segments that were split or joined.</summary>
    public static string Moves(DivisionView left, DivisionView right)
    {
        var customers = left.Solution.Labels.Length;
        var moving = customers - (long)Math.Round(Staying(left, right) * customers);
        return $"{Numbers.Percent(Staying(left, right))} of customers stay in the segment that matches their own; {Numbers.Count(moving)} {(moving == 1 ? "moves" : "move")}.";
    }

    /// <summary>The share of customers who stay in the segment that matches their own.</summary>
    public static double Staying(DivisionView left, DivisionView right)
    {
        var pairs = SegmentMatching.Match(left.Solution.Labels, right.Solution.Labels);
        var table = CrossTable.Of(left.Solution.Labels, right.Solution.Labels);
        long stay = 0;
        for (var segment = 0; segment < pairs.Length; segment++)
        {
            if (pairs[segment] >= 0) stay += table.Counts[segment][pairs[segment]];
        }

        return (double)stay / table.Total;
    }

    public static string Scaling(ScalingMethod method) => method switch
    {
        ScalingMethod.Standard => "Standard (mean 0, deviation 1)",
        ScalingMethod.Robust => "Robust (median and quartiles)",
        ScalingMethod.MinMax => "Min-max (0 to 1)",
        _ => "None",
    };

    /// <summary>The settings that decide the segments, for "How is this computed?".</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Settings(SegmentationResult result) =>
    [
        new("Method", SegmentationMethodInfo.Of(result.Options.Method).Name),
        .. OfMethod(result),
        new("Features", string.Join(", ", result.Prepared?.FeatureNames ?? result.Options.Features)),
        new("Logarithm", result.Options.LogTransform ? "log(1 + x)" : "none"),
        new("Scaling", Scaling(result.Options.Scaling)),
    ];

    private static IEnumerable<KeyValuePair<string, string>> OfMethod(SegmentationResult result)
    {
        var options = result.Options;
        switch (options.Method)
        {
            case SegmentationMethod.GaussianMixture:
                yield return new("Shape", MethodWords.Covariances.First(choice => choice.Value == options.Mixture.Covariance).Text);
                yield return new("Regularisation", Numbers.Exact(options.Mixture.Regularisation, 9));
                break;
            case SegmentationMethod.Hierarchical:
                yield return new("Linkage", MethodWords.Linkages.First(choice => choice.Value == options.Hierarchical.Linkage).Text);
                break;
            case SegmentationMethod.Dbscan:
                yield return new("Reach (eps)", Numbers.Exact(result.Findings.Epsilon ?? double.NaN));
                yield return new("Neighbours", Numbers.Count(options.Density.MinPoints));
                break;
            case SegmentationMethod.Hdbscan:
                yield return new("Smallest segment", options.Density.MinClusterSize is { } size ? Numbers.Count(size) : "1% of the customers");
                yield return new("Neighbours", Numbers.Count(options.Density.MinPoints));
                break;
            case SegmentationMethod.RfmScoring:
                yield return new("Limits of the scores", options.Rfm is { RecencyCuts: null, FrequencyCuts: null, MonetaryCuts: null } ? "fifths of the customers" : "own");
                break;
        }

        if (SegmentationMethodInfo.Of(options.Method).TriesSeveralK)
        {
            yield return new("Segments tried", $"{Numbers.Count(options.MinClusters)} to {Numbers.Count(options.MaxClusters)}");
            if (options.Method != SegmentationMethod.Hierarchical)
            {
                yield return new("Starts for each", Numbers.Count(options.Starts));
            }
        }
    }

    public static string Sample(SegmentationResult result) => Numbers.Counted(result.Solutions.Count == 0 ? 0 : result.Solutions[0].Labels.Length, "customer");
}
