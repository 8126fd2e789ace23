using System.Globalization;
using CustomerDashboard.Core.Learning.Clustering;

namespace CustomerDashboard.Core.Segmentation.Methods;

/// <summary>One tree, cut at each k.</summary>
internal sealed class HierarchicalDivider : SweptDivider
{
    /// <summary>Above this many customers the tree is built over K-Means centres.</summary>
    public const int TreeLimit = 20_000;

    protected override (IClusterModel[] Models, DividerResult Described) Fit(DividerContext context)
    {
        var options = new AgglomerativeOptions
        {
            Linkage = context.Options.Hierarchical.Linkage,
            PreclusterAbove = TreeLimit,
            Seed = context.Options.Seed,
        };
        AgglomerativeModel tree = AgglomerativeClustering.Fit(context.Points, options, context.Progress, context.Cancellation);
        IClusterModel[] cuts = [.. Enumerable.Range(context.Smallest, context.Largest - context.Smallest + 1)
            .Where(k => k <= tree.Tree.LeafCount).Select(k => tree.Cut(k))];
        string[] notes = tree.IsPreclustered
            ? [string.Create(CultureInfo.InvariantCulture, $"A tree of {context.Points.Rows:N0} customers would compare {(double)context.Points.Rows * context.Points.Rows / 2:0.0e0} pairs, so K-Means first formed {tree.Tree.LeafCount:N0} small groups and the tree joins those.")]
            : [];
        return (cuts, new DividerResult([])
        {
            Notes = notes,
            Findings = new MethodFindings { Tree = tree.Tree, CopheneticCorrelation = tree.CopheneticCorrelation(cancellationToken: context.Cancellation) },
        });
    }
}
