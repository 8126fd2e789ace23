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
        if (context.Options.Distance == CustomerDistance.Gower)
        {
            Dendrogram known = AgglomerativeClustering.FitDistances(
                GowerDistances.Of(context), new AgglomerativeOptions { Linkage = context.Options.Hierarchical.Linkage }, overwrite: true, context.Progress, context.Cancellation);
            return (Cuts(context, known.LeafCount, k => Labelled(known.Cut(k))), new DividerResult([]) { Findings = new MethodFindings { Tree = known } });
        }

        var options = new AgglomerativeOptions
        {
            Linkage = context.Options.Hierarchical.Linkage,
            PreclusterAbove = TreeLimit,
            Seed = context.Options.Seed,
        };
        AgglomerativeModel tree = AgglomerativeClustering.Fit(context.Points, options, context.Progress, context.Cancellation);
        IClusterModel[] cuts = Cuts(context, tree.Tree.LeafCount, tree.Cut);
        string[] notes = tree.IsPreclustered
            ? [string.Create(CultureInfo.InvariantCulture, $"A tree of {context.Points.Rows:N0} customers would compare {(double)context.Points.Rows * context.Points.Rows / 2:0.0e0} pairs, so K-Means first formed {tree.Tree.LeafCount:N0} small segments and the tree joins those.")]
            : [];
        return (cuts, new DividerResult([])
        {
            Notes = notes,
            Findings = new MethodFindings { Tree = tree.Tree, CopheneticCorrelation = tree.CopheneticCorrelation(cancellationToken: context.Cancellation) },
        });
    }

    private static IClusterModel[] Cuts(DividerContext context, int leaves, Func<int, IClusterModel> cut) =>
        [.. Enumerable.Range(context.Smallest, context.Largest - context.Smallest + 1).Where(k => k <= leaves).Select(cut)];

    private static GivenClusters Labelled(int[] labels)
    {
        var sizes = new int[labels.Max() + 1];
        foreach (int label in labels)
        {
            sizes[label]++;
        }

        return new GivenClusters(labels, sizes);
    }
}
