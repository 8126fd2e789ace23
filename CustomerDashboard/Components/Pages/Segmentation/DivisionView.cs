using CustomerDashboard.Charts;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Components.Pages.Segmentation;

/// <summary>One number of groups as the page shows it. Names and figures are made when first looked at and kept, so that moving the slider looks them up.</summary>
public sealed class DivisionView(SegmentationResult result, CustomerFeatureTable table, SegmentSolution solution, IReadOnlyList<string> names, string currency)
{
    private readonly Dictionary<(string Name, int Detail), PlotlyFigure> figures = [];

    public SegmentSolution Solution => solution;

    public int K => solution.K;

    /// <summary>The segments without the customers outside of every one.</summary>
    public IEnumerable<SegmentSummary> Groups => solution.Segments.Where(segment => !segment.IsNoise);

    /// <summary>The name of each segment, by its id.</summary>
    public IReadOnlyList<string> Names => names;

    public SweepEntry Entry { get; } = result.Sweep.First(entry => entry.K == solution.K);

    public bool HasRevenue { get; } = solution.Segments.All(segment => segment.RevenueShare is not null);

    /// <summary>The customers on the components of the features used, or of all features.</summary>
    public PlotlyFigure Map(bool solid, bool all) => Keep("map", (solid ? 1 : 0) + (all ? 2 : 0), () =>
        SegmentMapFigures.Map((all ? result.AllFeatures : null) ?? result.Projection!, table, solution, names, HoveredFeatures(result, table), currency, solid));

    public PlotlyFigure Profile() => Keep("profile", 0, () => SegmentProfileFigures.Profile(table, solution, names));

    public PlotlyFigure Shares() => Keep("shares", 0, () => SegmentProfileFigures.Shares(solution, names, currency));

    public PlotlyFigure Spread(int feature) => Keep("spread", feature, () => SegmentProfileFigures.Spread(table.Definitions[feature], feature, solution, names, currency));

    public PlotlyFigure Elbow() => Keep("elbow", 0, () => SweepFigures.Elbow(result.Sweep, result.Elbow?.K, K));

    public PlotlyFigure Silhouette() => Keep("silhouette", 0, () => SweepFigures.Silhouette(result.Sweep, K));

    public PlotlyFigure CalinskiHarabasz() => Keep("calinski", 0, () => SweepFigures.CalinskiHarabasz(result.Sweep, K));

    public PlotlyFigure DaviesBouldin() => Keep("davies", 0, () => SweepFigures.DaviesBouldin(result.Sweep, K));

    public PlotlyFigure MovesTo(DivisionView other) => Keep("moves", other.K, () => SegmentMapFigures.Moves(solution, names, other.Solution, other.Names));

    /// <summary>What is said of a customer on hover: recency, frequency and spend where the file has them, else the features used.</summary>
    public static IReadOnlyList<int> HoveredFeatures(SegmentationResult result, CustomerFeatureTable table)
    {
        string[] usual = [FeatureIds.Recency, FeatureIds.Frequency, FeatureIds.Monetary];
        var ids = usual.All(id => table.Definitions.Any(feature => feature.Id == id)) ? usual : result.Prepared!.FeatureIds.Take(4);
        return [.. ids.Select(table.IndexOf)];
    }

    private PlotlyFigure Keep(string name, int detail, Func<PlotlyFigure> make) =>
        figures.TryGetValue((name, detail), out var kept) ? kept : figures[(name, detail)] = make();
}
