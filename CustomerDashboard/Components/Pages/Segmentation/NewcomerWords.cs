using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Components.Pages.Segmentation;

/// <summary>The sentences about new customers.</summary>
internal static class NewcomerWords
{
    public static string Answer(DivisionView view, SegmentAssignment assigned) => view.Solution.Segments[assigned.SegmentId].IsNoise
        ? $"{assigned.CustomerId} would be in no segment."
        : $"{assigned.CustomerId} would be among the {view.Names[assigned.SegmentId]}.";

    /// <summary>What was not told, before any answer.</summary>
    public static string Missing(SegmentAssignment assigned, int fields) =>
        $"Not known: {string.Join(", ", assigned.Unknown)} ({Numbers.Count(assigned.Unknown.Count)} of {Numbers.Count(Math.Max(fields, assigned.Unknown.Count))}).";

    /// <summary>How far the answer may be off for it.</summary>
    public static string Unsettled(DivisionView view, SegmentAssignment assigned) => assigned.Confidence >= 0.9
        ? "What was told settles the segment nearly by itself."
        : $"Customers alike in the rest are of several segments, so this is a guess until it is known: {Numbers.Percent(1 - assigned.Confidence)} of them are not {view.Names[assigned.SegmentId]}.";

    /// <summary>How sure that is, and what comes next.</summary>
    public static string Sure(DivisionView view, SegmentAssignment assigned)
    {
        var mixture = view.Result.Options.Method == SegmentationMethod.GaussianMixture && assigned.Unknown.Count == 0;
        var asked = assigned.SimilarRows.Count;
        var sure = mixture
            ? $"The mixture gives this segment a probability of {Numbers.Percent(assigned.Confidence)}."
            : $"{Numbers.Count((long)Math.Round(assigned.Confidence * asked))} of the {Numbers.Count(asked)} {(assigned.Unknown.Count > 0 ? "customers most alike in what was told" : "most similar customers")} are {view.Names[assigned.SegmentId]}.";
        return assigned.RunnerUpId is { } other && assigned.RunnerUpShare > 0
            ? $"{sure} Next: {view.Names[other]}, {Numbers.Percent(assigned.RunnerUpShare)}."
            : sure + " No other segment comes near.";
    }

    public static string Tally(DivisionView view, IReadOnlyList<SegmentAssignment> assigned)
    {
        var groups = assigned.GroupBy(customer => customer.SegmentId).OrderByDescending(group => group.Count())
            .Select(group => $"{Numbers.Count(group.Count())} {view.Names[group.Key]}");
        return $"{Numbers.Counted(assigned.Count, "new customer")}: {string.Join(", ", groups)}.";
    }
}
