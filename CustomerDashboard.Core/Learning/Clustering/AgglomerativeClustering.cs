using System.Globalization;
using System.Numerics.Tensors;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// Hierarchical clustering: every point begins as a cluster and the two nearest clusters are joined until one is left. Nearest
/// neighbours are followed until two are each other's nearest (F. Murtagh, "A survey of recent advances in hierarchical clustering
/// algorithms", 1983; D. Müllner, "Modern hierarchical, agglomerative clustering algorithms", 2011), which gives the same tree.
/// </summary>
/// <remarks>
/// All linkages cost O(n^2 d) time. Ward works on centroids and single linkage on a minimum spanning tree (R. C. Prim, 1957) in
/// O(n d) memory; complete and average linkage keep the distances of all pairs, 4 bytes for each of n(n-1)/2. Nothing is random
/// unless the points are grouped first.
/// </remarks>
public static class AgglomerativeClustering
{
    /// <summary>Builds the tree of <paramref name="points"/> (n x d) by straight-line distance.</summary>
    /// <param name="points">The points, usually scaled, because columns of larger numbers weigh more.</param>
    /// <param name="options">The linkage, and what to do with too many points.</param>
    /// <param name="progress">Told as clusters are joined.</param>
    /// <param name="cancellationToken">Checked in every round.</param>
    /// <exception cref="TooFewPointsException">There is no point.</exception>
    /// <exception cref="ArgumentException">There are too many points, no column, or a value is NaN or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static AgglomerativeModel Fit(
        Matrix points,
        AgglomerativeOptions? options = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new AgglomerativeOptions();
        options.Validate();
        KMeans.RequireUsable(points);
        RequirePoint(points.Rows);
        cancellationToken.ThrowIfCancellationRequested();
        if (points.Rows > options.PreclusterAbove)
        {
            PointReduction reduction = PointReduction.Of(points, options, cancellationToken);
            Dendrogram smallTree = Build(reduction.Centres, reduction.Weights, options, progress, cancellationToken);
            return new AgglomerativeModel(options.Linkage, smallTree, points, reduction.Centres, reduction.CentreOfPoint);
        }

        RequireNotTooMany(points.Rows, options);
        var weights = new int[points.Rows];
        var identity = new int[points.Rows];
        for (int point = 0; point < identity.Length; point++)
        {
            weights[point] = 1;
            identity[point] = point;
        }

        return new AgglomerativeModel(options.Linkage, Build(points, weights, options, progress, cancellationToken), points, points, identity);
    }

    /// <summary>
    /// Builds the tree of points of which only the distances are known, such as Gower's of mixed attributes. Ward's linkage treats
    /// them as if they were straight-line distances, which is customary but then only approximately what Ward meant.
    /// </summary>
    /// <param name="distances">The distances, finite and not negative.</param>
    /// <param name="options">The linkage; options about grouping points first do not apply.</param>
    /// <param name="overwrite">Whether the distances may be overwritten, which saves a copy of them. Single linkage never needs one.</param>
    /// <param name="progress">Told as clusters are joined.</param>
    /// <param name="cancellationToken">Checked in every round.</param>
    /// <exception cref="TooFewPointsException">There is no point.</exception>
    /// <exception cref="ArgumentException">There are too many points, or a distance is negative, NaN or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Dendrogram FitDistances(
        CondensedDistances distances,
        AgglomerativeOptions? options = null,
        bool overwrite = false,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(distances);
        options ??= new AgglomerativeOptions();
        options.Validate();
        RequirePoint(distances.Count);
        RequireNotTooMany(distances.Count, options);
        RequireDistances(distances);
        var weights = new int[distances.Count];
        Array.Fill(weights, 1);
        if (options.Linkage == Linkage.Single)
        {
            return Dendrogram.FromMerges(weights, SpanningTree.Of(distances, progress, cancellationToken));
        }

        CondensedDistances working = overwrite ? distances : new CondensedDistances(distances.Count, (float[])distances.Values.Clone());
        return Dendrogram.FromMerges(weights, Chain(working, weights, options.Linkage, progress, cancellationToken));
    }

    private static Dendrogram Build(
        Matrix points, int[] weights, AgglomerativeOptions options, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        switch (options.Linkage)
        {
            case Linkage.Ward:
                return Dendrogram.FromMerges(weights, new WardChain(points, weights).Run(progress, cancellationToken));
            case Linkage.Single:
                return Dendrogram.FromMerges(weights, SpanningTree.Of(points, progress, cancellationToken));
            default:
                CondensedDistances distances = CondensedDistances.Euclidean(points, options.DegreeOfParallelism, cancellationToken);
                return Dendrogram.FromMerges(weights, Chain(distances, weights, options.Linkage, progress, cancellationToken));
        }
    }

    private static LeafMerge[] Chain(
        CondensedDistances distances, int[] weights, Linkage linkage, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        switch (linkage)
        {
            case Linkage.Complete:
                return new DistanceChain<LinkageFormulas.Complete>(distances, weights).Run(progress, cancellationToken);
            case Linkage.Average:
                return new DistanceChain<LinkageFormulas.Average>(distances, weights).Run(progress, cancellationToken);
            default:
                // The formula for Ward is one of squares.
                TensorPrimitives.Multiply<float>(distances.Values, distances.Values, distances.Values);
                LeafMerge[] merges = new DistanceChain<LinkageFormulas.Ward>(distances, weights).Run(progress, cancellationToken);
                for (int i = 0; i < merges.Length; i++)
                {
                    merges[i] = merges[i] with { Height = Math.Sqrt(merges[i].Height) };
                }

                return merges;
        }
    }

    private static void RequirePoint(int points)
    {
        if (points == 0)
        {
            throw new TooFewPointsException(1, 0, 0);
        }
    }

    private static void RequireNotTooMany(int points, AgglomerativeOptions options)
    {
        if (points > options.MaximumPoints)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"A tree is built over at most {options.MaximumPoints:N0} points, and there are {points:N0}: every point is compared with every other, {(double)points * (points - 1) / 2:N0} pairs. Group the points first (set PreclusterAbove: K-Means finds {options.PreclusterCentres:N0} centres and the tree is built over those), take a sample, or choose another method."));
        }
    }

    private static void RequireDistances(CondensedDistances distances)
    {
        for (int first = 0; first < distances.Count - 1; first++)
        {
            Span<float> row = distances.RowAfter(first);
            for (int i = 0; i < row.Length; i++)
            {
                if (!(row[i] >= 0) || float.IsInfinity(row[i]))
                {
                    throw new ArgumentException(string.Create(
                        CultureInfo.InvariantCulture,
                        $"The distance of points {first + 1} and {first + i + 2} is {row[i]}; distances must be numbers of at least 0."));
                }
            }
        }
    }
}
