using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Personas;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Analysis;

/// <summary>The stages that divide customers: segments, personas, and other ways to divide the same customers.</summary>
internal static class GroupingStages
{
    /// <summary>Segments, then personas and the comparison side by side.</summary>
    /// <returns>The segments with what they were made of, for stages that need them.</returns>
    public static Task<Grouping> Start(StageRunner run, Task<GroupingInput> input, AnalysisOptions options, SegmentAnchor? anchor)
    {
        Task<Grouping> grouping = run.After(AnalysisStage.Segmentation, input, customers => Segment(run, customers, options, anchor));
        run.After(AnalysisStage.Personas, grouping, segments => Describe(run, segments, options));
        run.After(AnalysisStage.Comparison, grouping, segments => Compare(run, segments, options));
        return grouping;
    }

    private static Grouping Segment(StageRunner run, GroupingInput customers, AnalysisOptions options, SegmentAnchor? anchor)
    {
        // All k are computed at once, so the choice of one is looked up and belongs to no key but the personas'.
        string key = SweepKey(customers.Wanted, customers.Key, options.Seed);
        SegmentationResult? swept = Sweep(run, AnalysisStage.Segmentation, key, customers.Features, customers.Wanted);
        if (swept is { HasSegments: false })
        {
            run.MarkUnavailable(AnalysisStage.Segmentation, swept.Failure!);
        }

        // Without a memory the suggested division is what the others are matched to, so that each k has the same colours and names however it was reached.
        SegmentationResult? segmentation = swept is null ? null
            : SegmentContinuity.Align(
                Choose(swept, customers.Wanted), customers.Features!.CustomerIds, anchor ?? Suggested(swept, customers.Features, options.Personas));
        run.Put(AnalysisStage.Segmentation, result => result with { Segmentation = segmentation });
        return new Grouping(customers, segmentation, key);
    }

    private static PersonaSet? Describe(StageRunner run, Grouping grouping, AnalysisOptions options)
    {
        GroupingInput customers = grouping.Customers;
        string key = StageKey.Of(
            AnalysisStage.Personas, grouping.Key, StageKey.Text(grouping.Segmentation?.ChosenK ?? 0), Recipe.Fingerprint(options.Personas), Colours(grouping.Chosen));
        PersonaSet? personas = run.Try(
            AnalysisStage.Personas,
            key,
            grouping.Chosen,
            (input, progress) => PersonaBuilder.Build(customers.Lines, customers.Features!, input, options.Personas, progress, run.Cancellation),
            result => 20_000L * (result.Personas.Count + 1));
        run.Put(AnalysisStage.Personas, result => result with { Personas = personas });
        return personas;
    }

    /// <summary>The same customers divided by every method, and by the second way to divide them, which is kept under the key of a segmentation: the two can change places without work.</summary>
    private static bool Compare(StageRunner run, Grouping grouping, AnalysisOptions options)
    {
        CustomerFeatureTable? features = grouping.Customers.Features;
        IReadOnlyList<MethodRow>? methods = run.Try(
            AnalysisStage.Comparison,
            StageKey.Of(AnalysisStage.Comparison, grouping.Key, StageKey.Text(grouping.Segmentation?.ChosenK ?? 0)),
            grouping.Chosen is null ? null : grouping.Segmentation,
            (input, progress) => MethodComparison.Run(features!, input, progress, run.Cancellation),
            rows => 500L * rows.Count);
        SegmentationResult? comparison = null;
        if (features is not null && grouping.Customers.Compared is { } wanted
            && Sweep(run, AnalysisStage.Comparison, SweepKey(wanted, grouping.Customers.Key, options.Seed), features, wanted) is { } swept)
        {
            // A segment of the second wears the colour of the one in use it shares most customers with.
            comparison = SegmentContinuity.Align(
                Choose(swept, wanted),
                features.CustomerIds,
                grouping.Chosen is not { } inUse ? null : SegmentAnchor.Of(features.CustomerIds, inUse, new string?[inUse.Segments.Count]));
        }

        run.Put(AnalysisStage.Comparison, result => result with { Methods = methods ?? [], Comparison = comparison });
        return comparison is not null;
    }

    private static SegmentationResult? Sweep(StageRunner run, AnalysisStage stage, string key, CustomerFeatureTable? features, SegmentationOptions wanted) => run.Try(
        stage,
        key,
        features,
        (input, progress) => CustomerSegmentation.Run(input, wanted with { ChosenK = null }, progress, run.Cancellation),
        result => 8L * (features!.RowCount + 64) * ((result.Solutions.Count / 2) + 12));

    private static SegmentAnchor? Suggested(SegmentationResult swept, CustomerFeatureTable features, PersonaOptions options)
    {
        if (swept is not { HasSegments: true, Suggestion: { } suggestion } || swept.Find(suggestion.K) is not { } solution)
        {
            return null;
        }

        return SegmentAnchor.Of(features.CustomerIds, solution, [.. PersonaBuilder.Kinds(features, solution, options)]);
    }

    private static string SweepKey(SegmentationOptions options, string featuresKey, int seed) =>
        StageKey.Of(AnalysisStage.Segmentation, featuresKey, Recipe.Fingerprint(options with { ChosenK = null }), StageKey.Text(seed));

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
        solution is null ? "" : string.Join(' ', solution.Segments.Select(segment => $"{StageKey.Text(segment.ColourSlot)}:{segment.FormerArchetype}"));
}
