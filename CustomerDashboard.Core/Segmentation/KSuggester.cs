using System.Globalization;
using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>
/// Weighs the criteria: near the knee of the inertia curve (one more or less) the k with the best silhouette. A k away from
/// the knee wins only with a structure that is reasonable by itself (silhouette of 0.5 or more: L. Kaufman and P. Rousseeuw,
/// "Finding Groups in Data", 1990) and clearly better than near the knee. A division into nearly everyone and a few
/// specks is never suggested while there is another. Mixtures argue by BIC instead (<see cref="BicChoice"/>): inertia and silhouette
/// look for round segments, which theirs need not be.
/// </summary>
internal static class KSuggester
{
    private const double ReasonableStructure = 0.5;
    private const double ClearlyBetter = 0.1;
    private const double WeakStructure = 0.25;

    /// <param name="entries">The divisions, k ascending, at least one.</param>
    /// <param name="elbow">The knee; null where only one division was made.</param>
    /// <param name="customers">The number of customers.</param>
    /// <param name="method">The method that made them.</param>
    public static KSuggestion Suggest(IReadOnlyList<SweepEntry> entries, ElbowResult? elbow, int customers, SegmentationMethod method)
    {
        if (!SegmentationMethodInfo.Of(method).TriesSeveralK)
        {
            return OfTheMethod(entries[0], customers, method);
        }

        elbow ??= ElbowDetector.Find([.. entries.Select(entry => entry.K)], [.. entries.Select(entry => entry.Inertia)]);
        SweepEntry bySilhouette = Best(entries, entry => entry.Silhouette);
        IReadOnlyList<CriterionChoice> choices = Criteria.Of(entries, elbow);
        var warnings = new List<string>();
        List<SweepEntry> useful = [.. entries.Where(entry => entry.LargestShare <= SolutionBuilder.LopsidedShare)];
        if (bySilhouette.LargestShare > SolutionBuilder.LopsidedShare)
        {
            warnings.Add(Text($"{bySilhouette.K} segments have the highest silhouette ({bySilhouette.Silhouette:0.00}), but {Percent(bySilhouette.LargestShare)} of the customers fall into one of them and the smallest has {bySilhouette.SmallestSize:N0}. That tells who is extreme, not who the customers are. {Remedy(method)}"));
        }

        if (useful.Count == 0)
        {
            warnings.Add("Every number of segments leaves nearly all customers in one of them, so none of these divisions is of much use.");
            return new KSuggestion(
                bySilhouette.K,
                Text($"None of these divisions is useful: at {bySilhouette.K} segments {Percent(bySilhouette.LargestShare)} of the customers are in one of them, and the others are no better. {Remedy(method)}"),
                choices,
                warnings);
        }

        List<SweepEntry> nearKnee = elbow.K is int knee ? [.. useful.Where(entry => Math.Abs(entry.K - knee) <= 1)] : [];
        SweepEntry bestUseful = Best(useful, entry => entry.Silhouette);
        SweepEntry chosen = nearKnee.Count > 0 ? Best(nearKnee, entry => entry.Silhouette) : bestUseful;
        bool structureWins = bestUseful.Silhouette >= ReasonableStructure && bestUseful.Silhouette > chosen.Silhouette + ClearlyBetter;
        string reason = structureWins || nearKnee.Count == 0
            ? ForStructure(bestUseful, elbow, entries.Count)
            : ForKnee(chosen, bestUseful, nearKnee, elbow.K!.Value);
        chosen = structureWins ? bestUseful : chosen;
        if (BicChoice.Of(useful) is { } mixture)
        {
            (chosen, reason) = mixture;
        }

        if (chosen.Silhouette < WeakStructure)
        {
            warnings.Add(Text($"The segments overlap a good deal (silhouette {chosen.Silhouette:0.00}): customers differ by degrees rather than in kind."));
        }

        if (chosen.SmallestSize < 0.01 * customers && customers >= 200)
        {
            warnings.Add(Text($"The smallest segment has only {chosen.SmallestSize:N0} of {customers:N0} customers."));
        }

        return new KSuggestion(chosen.K, reason, choices, warnings);
    }

    private static string Remedy(SegmentationMethod method) => method == SegmentationMethod.Hierarchical
        ? "Ward's linkage, or K-Means, gives segments of comparable size."
        : "Logarithms and standardised features usually help.";

    private static KSuggestion OfTheMethod(SweepEntry entry, int customers, SegmentationMethod method)
    {
        string name = SegmentationMethodInfo.Of(method).Name;
        var warnings = new List<string>();
        if (entry.LargestShare > SolutionBuilder.LopsidedShare)
        {
            warnings.Add(Text($"{Percent(entry.LargestShare)} of the {customers:N0} customers are in one segment: that tells who is extreme, not who the customers are."));
        }

        string reason = method == SegmentationMethod.RfmScoring
            ? Text($"RFM scoring has fixed segments; {entry.K} of the {RfmGroup.All.Count} have customers.")
            : Text($"{name} finds the number of segments itself: {entry.K} at these settings.");
        return new KSuggestion(entry.K, reason, [], warnings);
    }

    private static string ForKnee(SweepEntry chosen, SweepEntry bestUseful, List<SweepEntry> nearKnee, int knee)
    {
        string tried = nearKnee.Count == 1
            ? Text($"{chosen.K} segments are the useful choice there (silhouette {chosen.Silhouette:0.00}).")
            : Text($"of {Listed(nearKnee)} segments, {chosen.K} hold together best (silhouette {chosen.Silhouette:0.00}).");
        string reason = Text($"Beyond {knee} segments one more brings little (the knee of the curve); {tried}");
        if (bestUseful.K < chosen.K)
        {
            reason += Text($" {bestUseful.K} segments hold together better ({bestUseful.Silhouette:0.00}) but are coarser: {bestUseful.Inertia / chosen.Inertia:0.0} times as much spread is left inside them.");
        }
        else if (bestUseful.K > chosen.K)
        {
            reason += Text($" {bestUseful.K} segments hold together slightly better ({bestUseful.Silhouette:0.00}), at the price of more segments to look after.");
        }

        return reason;
    }

    private static string ForStructure(SweepEntry best, ElbowResult elbow, int tried)
    {
        if (tried == 1)
        {
            return Text($"Only {best.K} segments could be tried (silhouette {best.Silhouette:0.00}).");
        }

        string curve = elbow.K is int knee ? Text($", clearly better than around {knee}, the knee of the curve of the spread") : "; the curve of the spread shows no clear knee";
        return Text($"{best.K} segments hold together best (silhouette {best.Silhouette:0.00}){curve}.");
    }

    private static string Listed(List<SweepEntry> entries)
    {
        string[] ks = [.. entries.Select(entry => Text($"{entry.K}"))];
        return $"{string.Join(", ", ks[..^1])} and {ks[^1]}";
    }

    private static SweepEntry Best(IReadOnlyList<SweepEntry> entries, Func<SweepEntry, double> score) => Criteria.Best(entries, score);

    private static string Percent(double share) => share > 0.99 && share < 1 ? Text($"{share * 100:0.0}%") : Text($"{share * 100:0}%");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
