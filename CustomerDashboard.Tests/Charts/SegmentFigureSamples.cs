using CustomerDashboard.Charts;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Segmentation;
using CustomerDashboard.Tests.Core.Segmentation;

namespace CustomerDashboard.Tests.Charts;

/// <summary>The figures of the Segmentation page, of real divisions of made customers.</summary>
internal static class SegmentFigureSamples
{
    private static readonly CustomerFeatureTable Table = MadeCustomers.Create();
    private static readonly Lazy<SegmentationResult> KMeans = new(() => Run(SegmentationMethod.KMeans));
    private static readonly Lazy<SegmentationResult> Mixture = new(() => Run(SegmentationMethod.GaussianMixture));
    private static readonly Lazy<SegmentationResult> Tree = new(() => Run(SegmentationMethod.Hierarchical));
    private static readonly Lazy<SegmentationResult> Crowds = new(() => Run(SegmentationMethod.Dbscan));
    private static readonly Lazy<SegmentationResult> Rfm = new(() => Run(SegmentationMethod.RfmScoring));

    public static IReadOnlyDictionary<string, Func<PlotlyFigure>> All { get; } = new Dictionary<string, Func<PlotlyFigure>>
    {
        ["segment-map"] = () => Map(KMeans.Value, solid: false),
        ["segment-map3d"] = () => Map(KMeans.Value, solid: true),
        ["segment-map-noise"] = () => Map(Crowds.Value, solid: false),
        ["segment-selection"] = () => MapMarks.WithSelection(Map(KMeans.Value, solid: false), [1, 2, 3], 1),
        ["segment-profile"] = () => SegmentProfileFigures.Profile(Table, KMeans.Value.Chosen, Names(KMeans.Value)),
        ["segment-lines"] = () => SegmentShapeFigures.Lines(Table, KMeans.Value.Chosen, Names(KMeans.Value), [0, 1, 2, 3]),
        ["segment-radars"] = () => SegmentShapeFigures.Radars(Table, KMeans.Value.Chosen, Names(KMeans.Value), [0, 1, 2, 3]),
        ["segment-customers"] = () => SegmentShapeFigures.Customers(Table, KMeans.Value.Chosen, Names(KMeans.Value), [0, 1, 2, 3], [.. Enumerable.Range(0, 100)]),
        ["segment-density"] = () => SegmentShapeFigures.Density(Table.Definitions[2], FeatureDensity.Of(Table, 2, KMeans.Value.Chosen), KMeans.Value.Chosen, Names(KMeans.Value), "GBP"),
        ["segment-silhouettes"] = () => SilhouetteFigure.Create(SilhouetteProfile.Of(KMeans.Value.Prepared!.Points, KMeans.Value.Chosen, 42)!, KMeans.Value.Chosen, Names(KMeans.Value)),
        ["segment-cross"] = () => SegmentCrossFigure.Create(KMeans.Value.Chosen, Names(KMeans.Value), Tree.Value.Chosen, Names(Tree.Value)),
        ["gap"] = () => SweepFigures.Gap(KMeans.Value.Sweep, 4)!,
        ["stability"] = () => SweepFigures.Stability(KMeans.Value.Sweep, 4)!,
        ["criteria"] = () => SweepFigures.Criteria(Mixture.Value.Sweep, 4)!,
        ["dendrogram"] = () => DendrogramFigure.Create(Tree.Value.Findings.Tree!, 40, 4, leaf => Tree.Value.Chosen.Segments[Tree.Value.Chosen.Labels[leaf]].ColourSlot),
        ["k-distance"] = () => KDistanceFigure.Create(Crowds.Value.Findings.NeighbourDistances!, 0.5),
        ["rfm-groups"] = () => RfmFigures.Grid(Rfm.Value.Findings.Rfm!, Rfm.Value.Chosen, byGroup: true),
        ["rfm-counts"] = () => RfmFigures.Grid(Rfm.Value.Findings.Rfm!, Rfm.Value.Chosen, byGroup: false),
        ["rfm-areas"] = () => RfmFigures.TreeMap(Rfm.Value.Chosen, "GBP"),
    };

    private static SegmentationResult Run(SegmentationMethod method) =>
        CustomerSegmentation.Run(Table, new SegmentationOptions { Method = method, MaxClusters = 6, Starts = 2, ChosenK = 4 });

    private static string[] Names(SegmentationResult result) => [.. result.Chosen.Segments.Select(segment => segment.Group?.Name ?? (segment.IsNoise ? "In No Segment" : $"Segment {segment.Id + 1}"))];

    private static PlotlyFigure Map(SegmentationResult result, bool solid)
    {
        var figure = SegmentMapFigures.Map(result.Projection!, Table, result.Chosen, Names(result), [0, 1, 2], "GBP", solid);
        figure = MapMarks.WithOutliers(figure, result.Projection!, [1, 5, 9], solid);
        return MapMarks.WithArrows(figure, result.Projection!, solid);
    }
}
