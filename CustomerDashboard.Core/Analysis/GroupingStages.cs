using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Personas;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Analysis;

/// <summary>The stages that divide customers: segments, personas, and other ways to divide the same customers.</summary>
internal static class GroupingStages
{
    public static Grouping Run(
        StageRunner run, CustomerFeatureTable? features, CleanedTransactions? lines, SegmentationOptions wanted,
        AnalysisOptions options, string featuresKey, SegmentAnchor? anchor, CancellationToken cancellationToken)
    {
        // All k are computed at once, so the choice of one is looked up and belongs to no key but the personas'.
        SegmentationOptions every = wanted with { ChosenK = null };
        string sweepKey = SweepKey(every, featuresKey, options.Seed);
        SegmentationResult? swept = run.Try(
            AnalysisStage.Segmentation,
            sweepKey,
            features,
            (input, progress) => CustomerSegmentation.Run(input, every, progress, cancellationToken),
            result => SweepBytes(features!, result));
        if (swept is { HasSegments: false })
        {
            run.MarkUnavailable(AnalysisStage.Segmentation, swept.Failure!);
        }

        // Without a memory the suggested division is what the others are matched to, so that each k has the same colours and names however it was reached.
        SegmentationResult? segmentation = swept is null ? null
            : SegmentContinuity.Align(Choose(swept, wanted), features!.CustomerIds, anchor ?? Suggested(swept, features, options.Personas));
        SegmentSolution? solution = segmentation is { HasSegments: true } ? segmentation.Chosen : null;
        string personaKey = StageKey.Of(
            AnalysisStage.Personas, sweepKey, Text(segmentation?.ChosenK ?? 0), Recipe.Fingerprint(options.Personas), Colours(solution));
        PersonaSet? personas = run.Try(
            AnalysisStage.Personas,
            personaKey,
            solution,
            (input, progress) => PersonaBuilder.Build(lines, features!, input, options.Personas, progress, cancellationToken),
            result => 20_000L * (result.Personas.Count + 1));
        IReadOnlyList<MethodRow>? methods = run.Try(
            AnalysisStage.Comparison,
            StageKey.Of(AnalysisStage.Comparison, sweepKey, Text(segmentation?.ChosenK ?? 0)),
            solution is null ? null : segmentation,
            (input, progress) => MethodComparison.Run(features!, input, progress, cancellationToken),
            rows => 500L * rows.Count);
        return new Grouping(segmentation, personas, methods ?? [], Compare(run, features, solution, options, featuresKey, cancellationToken));
    }

    /// <summary>The second way to group, kept under the key of a segmentation: the two can change places without work.</summary>
    private static SegmentationResult? Compare(
        StageRunner run, CustomerFeatureTable? features, SegmentSolution? inUse, AnalysisOptions options, string featuresKey, CancellationToken cancellationToken)
    {
        if (options.Comparison is not { } wanted || features is null)
        {
            return null;
        }

        SegmentationResult? swept = run.Try(
            AnalysisStage.Comparison,
            SweepKey(wanted, featuresKey, options.Seed),
            features,
            (input, progress) => CustomerSegmentation.Run(input, wanted with { ChosenK = null }, progress, cancellationToken),
            result => SweepBytes(features, result));
        // A segment of the second wears the colour of the one in use it shares most customers with.
        return swept is null ? null : SegmentContinuity.Align(
            Choose(swept, wanted),
            features.CustomerIds,
            inUse is null ? null : SegmentAnchor.Of(features.CustomerIds, inUse, new string?[inUse.Segments.Count]));
    }

    private static SegmentAnchor? Suggested(SegmentationResult swept, CustomerFeatureTable features, PersonaOptions options)
    {
        if (swept is not { HasSegments: true, Suggestion: { } suggestion } || swept.Find(suggestion.K) is not { } solution)
        {
            return null;
        }

        return SegmentAnchor.Of(features.CustomerIds, solution, [.. PersonaBuilder.Kinds(features, solution, options)]);
    }

    private static string SweepKey(SegmentationOptions options, string featuresKey, int seed) =>
        StageKey.Of(AnalysisStage.Segmentation, featuresKey, Recipe.Fingerprint(options with { ChosenK = null }), Text(seed));

    private static long SweepBytes(CustomerFeatureTable features, SegmentationResult result) =>
        8L * (features.RowCount + 64) * ((result.Solutions.Count / 2) + 12);


    private static SegmentationResult Choose(SegmentationResult swept, SegmentationOptions wanted)
    {
        // A method that finds the number itself is not held to one chosen for another method.
        if (wanted.ChosenK is not { } k || !swept.HasSegments || !SegmentationMethodInfo.Of(wanted.Method).TriesSeveralK)
        {
            return swept;
        }

        return swept.Find(k) is not null
            ? swept with { Options = wanted, ChosenK = k }
            : swept with
            {
                Options = wanted,
                Notes = [.. swept.Notes, $"{k} segments cannot be formed from these customers; {swept.ChosenK} are shown, as suggested."],
            };
    }

    /// <summary>What continuity decided for the solution, which no option tells.</summary>
    private static string Colours(SegmentSolution? solution) =>
        solution is null ? "" : string.Join(' ', solution.Segments.Select(segment => $"{Text(segment.ColourSlot)}:{segment.FormerArchetype}"));

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
