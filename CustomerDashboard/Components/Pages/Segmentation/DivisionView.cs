using System.Text.Json.Nodes;
using CustomerDashboard.Charts;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Components.Pages.Segmentation;

/// <summary>One division as the page shows it. Names and figures are made when first looked at and kept, so that moving the slider looks them up.</summary>
public sealed class DivisionView(SegmentationResult result, CustomerFeatureTable table, SegmentSolution solution, IReadOnlyList<string> names, string currency)
{
    private const int TellingFeatures = 8;

    private readonly Dictionary<(string Name, int Detail), PlotlyFigure?> figures = [];
    private IReadOnlyList<SegmentOutlier>? outliers;
    private int[]? telling;
    private SilhouetteProfile? judged;

    public SegmentationResult Result => result;

    public CustomerFeatureTable Table => table;

    public SegmentSolution Solution => solution;

    public string Currency => currency;

    public int K => solution.K;

    /// <summary>The segments without the customers outside of every one.</summary>
    public IEnumerable<SegmentSummary> Groups => solution.Segments.Where(segment => !segment.IsNoise);

    /// <summary>The name of each segment, by its id.</summary>
    public IReadOnlyList<string> Names => names;

    public SweepEntry Entry { get; } = result.Sweep.First(entry => entry.K == solution.K);

    public bool HasRevenue { get; } = solution.Segments.All(segment => segment.RevenueShare is not null);

    /// <summary>What the division is called beside another one.</summary>
    public string Title => $"{SegmentationWords.Groups(K)} by {SegmentationMethodInfo.Of(result.Options.Method).Name}";

    /// <summary>Customers far from the centre of their segment, farthest first.</summary>
    public IReadOnlyList<SegmentOutlier> Outliers => outliers ??= SegmentOutliers.Find(result.Prepared!.Points, solution);

    /// <summary>The features in which the segments differ most, by their position in the table.</summary>
    public IReadOnlyList<int> Telling => telling ??= SegmentShapeFigures.Telling(table, solution, result.Prepared!.FeatureIds, TellingFeatures);

    /// <summary>The three digits of every customer; null where recency, orders or spend are not known.</summary>
    public RfmScores? Rfm { get; } = result.Findings.Rfm ?? RfmScoring.TryScore(table, result.Options.Rfm);

    /// <summary>The space the map is drawn in.</summary>
    public Projection Space(MapLook look) => (look.AllFeatures ? result.AllFeatures : null) ?? result.Projection!;

    public PlotlyFigure Map(MapLook look) => Keep("map", (look.Solid ? 1 : 0) + (look.AllFeatures ? 2 : 0) + (look.Arrows ? 4 : 0) + (look.Rings ? 8 : 0), () =>
    {
        var space = Space(look);
        var figure = SegmentMapFigures.Map(space, table, solution, names, HoveredFeatures(result, table), currency, look.Solid, result.Findings.Rfm);
        figure = look.Rings ? MapMarks.WithOutliers(figure, space, [.. Outliers.Select(outlier => outlier.Row)], look.Solid) : figure;
        return look.Arrows ? MapMarks.WithArrows(figure, space, look.Solid) : figure;
    })!;

    /// <summary>The map with nothing but points: two of them, of the same height, stand side by side.</summary>
    public PlotlyFigure Plain() => Keep("plain", 0, () =>
    {
        var figure = Map(new MapLook(Arrows: false, Rings: false));
        var layout = (JsonObject)figure.Layout.DeepClone();
        layout["showlegend"] = false;
        return figure with { Layout = layout };
    })!;

    public PlotlyFigure Profile() => Keep("profile", 0, () => SegmentProfileFigures.Profile(table, solution, names))!;

    public PlotlyFigure Shares() => Keep("shares", 0, () => SegmentProfileFigures.Shares(solution, names, currency))!;

    public PlotlyFigure Boxes(int feature) => Keep("boxes", feature, () => SegmentProfileFigures.Spread(table.Definitions[feature], feature, solution, names, currency))!;

    public PlotlyFigure Curves(int feature) => Keep("curves", feature, () =>
        SegmentShapeFigures.Density(table.Definitions[feature], FeatureDensity.Of(table, feature, solution), solution, names, currency))!;

    public PlotlyFigure Lines() => Keep("lines", 0, () => SegmentShapeFigures.Lines(table, solution, names, Telling))!;

    public PlotlyFigure Radars() => Keep("radars", 0, () => SegmentShapeFigures.Radars(table, solution, names, [.. Telling.Take(6)]))!;

    /// <summary>Single customers as lines: every n-th of each segment.</summary>
    public PlotlyFigure Customers() => Keep("customers", 0, () =>
    {
        int[] bySegment = [.. Enumerable.Range(0, table.RowCount).OrderBy(row => solution.Labels[row]).ThenBy(row => row)];
        var count = Math.Min(SegmentShapeFigures.LineSample, bySegment.Length);
        // In the order of the file, so that no segment covers the others.
        return SegmentShapeFigures.Customers(table, solution, names, [.. Telling.Take(7)], [.. Enumerable.Range(0, count).Select(i => bySegment[(int)((long)i * bySegment.Length / count)]).Order()]);
    })!;

    /// <summary>The top of the tree, cut into these segments; null where the method has none.</summary>
    public PlotlyFigure? Tree(int tips) => Keep("tree", tips, () => result.Findings.Tree is not { } tree ? null : DendrogramFigure.Create(tree, tips, K, SlotOfLeaf(tree)));

    public PlotlyFigure Elbow() => Keep("elbow", 0, () => SweepFigures.Elbow(result.Sweep, result.Elbow?.K, K))!;

    public PlotlyFigure Silhouette() => Keep("silhouette", 0, () => SweepFigures.Silhouette(result.Sweep, K))!;

    public PlotlyFigure CalinskiHarabasz() => Keep("calinski", 0, () => SweepFigures.CalinskiHarabasz(result.Sweep, K))!;

    public PlotlyFigure DaviesBouldin() => Keep("davies", 0, () => SweepFigures.DaviesBouldin(result.Sweep, K))!;

    /// <summary>BIC and AIC; null where the method has none.</summary>
    public PlotlyFigure? Criteria() => Keep("criteria", 0, () => SweepFigures.Criteria(result.Sweep, K));

    /// <summary>The silhouette of each customer; safe to call from another thread.</summary>
    public SilhouetteProfile? Judge(CancellationToken cancellationToken) =>
        judged ??= SilhouetteProfile.Of(result.Prepared!.Points, solution, result.Options.Seed, cancellationToken);

    public PlotlyFigure? Gap() => Keep("gap", 0, () => SweepFigures.Gap(result.Sweep, K));

    public PlotlyFigure? Stability() => Keep("stability", 0, () => SweepFigures.Stability(result.Sweep, K));

    /// <summary>Who moves where between this division and another one.</summary>
    public PlotlyFigure MovesTo(DivisionView other) => SegmentMapFigures.Moves(solution, names, Title, other.Solution, other.Names, other.Title);

    /// <summary>What is said of a customer on hover: recency, frequency and spend where the file has them, else the features used.</summary>
    public static IReadOnlyList<int> HoveredFeatures(SegmentationResult result, CustomerFeatureTable table)
    {
        string[] usual = [FeatureIds.Recency, FeatureIds.Frequency, FeatureIds.Monetary];
        var ids = usual.All(id => table.Definitions.Any(feature => feature.Id == id)) ? usual : result.Prepared!.FeatureIds.Take(4);
        return [.. ids.Select(table.IndexOf)];
    }

    private Func<int, int> SlotOfLeaf(Dendrogram tree)
    {
        var branches = tree.Cut(K);
        return leaf => solution.Segments[solution.SegmentOfCluster[branches[leaf]]].ColourSlot;
    }

    private PlotlyFigure? Keep(string name, int detail, Func<PlotlyFigure?> make) =>
        figures.TryGetValue((name, detail), out var kept) ? kept : figures[(name, detail)] = make();
}
