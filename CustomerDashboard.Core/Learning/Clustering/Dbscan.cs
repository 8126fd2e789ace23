using CustomerDashboard.Core.Learning.Neighbours;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// Density-based clustering (M. Ester, H.-P. Kriegel, J. Sander, X. Xu, "A density-based algorithm for discovering clusters in
/// large spatial databases with noise", KDD 1996): a core point has at least MinPoints points, itself counted, within epsilon;
/// core points within epsilon of each other share a cluster; what is near no core point is noise. The number of clusters
/// follows from the density and need not be known. On a k-d tree this costs about O(n log n) while neighbourhoods are small,
/// up to O(n^2 d) when epsilon spans the data or d is large; memory O(n d).
/// </summary>
/// <remarks>
/// A point that is near core points of several clusters goes to the nearest one, where the paper takes whichever cluster was
/// found first, so the result does not depend on the order of the points. Clusters and noise are the same either way.
/// </remarks>
public static class Dbscan
{
    /// <summary>The share of the work that finding and joining core points is told to be; the rest is attaching the others.</summary>
    private const double SearchShare = 0.9;

    /// <summary>Finds the dense regions of <paramref name="points"/> (n x d). All points may turn out to be noise.</summary>
    /// <param name="points">The points, usually scaled, because epsilon is one distance for all columns.</param>
    /// <param name="options">How near and how many.</param>
    /// <param name="progress">Told now and then, from any thread.</param>
    /// <param name="cancellationToken">Checked many times a second.</param>
    /// <exception cref="ArgumentException">There is no column, or a value is NaN or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static DbscanModel Fit(
        Matrix points, DbscanOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        KMeans.RequireUsable(points);
        cancellationToken.ThrowIfCancellationRequested();
        var tree = new KdTree(points, cancellationToken);
        var regions = new DenseRegions(tree, options, PartialProgress.Of(progress, 0, SearchShare), cancellationToken);

        var index = new CorePointIndex(tree, regions.CoreMasks, options.Epsilon * options.Epsilon);
        int[] corePoints = CorePoints(tree, regions.CoreMasks);
        int[] labels = new int[points.Rows];
        Array.Fill(labels, -1);
        int clusters = LabelCorePoints(tree, regions, labels);
        int[] positionLabels = new int[points.Rows];
        AttachOthers(points, tree, regions.CoreMasks, index, labels, options, cancellationToken);
        (int[] sizes, _) = LabelOrder.LargestFirst(labels, clusters, points);
        for (int position = 0; position < positionLabels.Length; position++)
        {
            positionLabels[position] = labels[tree.Order[position]];
        }

        progress?.Report(new WorkProgress("Finding dense places", 1, points.Rows, "points"));
        return new DbscanModel(index, positionLabels, labels, sizes, corePoints, points.Columns, options.DegreeOfParallelism);
    }

    private static bool IsCore(uint[] coreMasks, int position) => (coreMasks[position / KdTree.LeafSize] >> (position % KdTree.LeafSize) & 1) != 0;

    private static int[] CorePoints(KdTree tree, uint[] coreMasks)
    {
        var rows = new List<int>(tree.Count);
        for (int position = 0; position < tree.Count; position++)
        {
            if (IsCore(coreMasks, position))
            {
                rows.Add(tree.Order[position]);
            }
        }

        rows.Sort();
        return [.. rows];
    }

    private static int LabelCorePoints(KdTree tree, DenseRegions regions, int[] labels)
    {
        int clusters = 0;
        for (int position = 0; position < tree.Count; position++)
        {
            if (IsCore(regions.CoreMasks, position))
            {
                // The root stands first in the tree, so it has its number already.
                int root = regions.Sets.Find(position);
                labels[tree.Order[position]] = root == position ? clusters++ : labels[tree.Order[root]];
            }
        }

        return clusters;
    }

    private static void AttachOthers(
        Matrix points, KdTree tree, uint[] coreMasks, CorePointIndex index, int[] labels, DbscanOptions options, CancellationToken cancellationToken) =>
        ParallelWork.Run(
            tree.LeafCount,
            options.DegreeOfParallelism,
            leaf =>
            {
                for (int position = leaf * KdTree.LeafSize; position < Math.Min(tree.Count, (leaf + 1) * KdTree.LeafSize); position++)
                {
                    if (!IsCore(coreMasks, position))
                    {
                        int row = tree.Order[position];
                        int nearest = index.Nearest(points.Row(row));
                        labels[row] = nearest < 0 ? -1 : labels[tree.Order[nearest]];
                    }
                }
            },
            cancellationToken);
}
