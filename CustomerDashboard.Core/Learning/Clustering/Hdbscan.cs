using CustomerDashboard.Core.Learning.Neighbours;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// Hierarchical density-based clustering (R. J. G. B. Campello, D. Moulavi, J. Sander, "Density-based clustering based on
/// hierarchical density estimates", PAKDD 2013; L. McInnes, J. Healy, "Accelerated hierarchical density based clustering", 2017):
/// DBSCAN at every epsilon at once, of which the clusters are taken that last longest as the demanded density rises. Dense and
/// loose clusters are found side by side, and no distance need be chosen.
/// Costs about O(n log n) in few dimensions, up to O(n^2 d log n) in many; memory O(n (d + min(k, 16))) for k = MinSamples.
/// </summary>
/// <remarks>
/// Points that merge at the same distance do so in one event, where common implementations split them two by two in an
/// order that depends on the rows; hence the result depends neither on the order of the points nor on the threads.
/// Groups of identical points count as being as dense as the densest others.
/// </remarks>
public static class Hdbscan
{
    private const int KeptNeighbours = 16;

    /// <summary>Finds the dense regions of <paramref name="points"/> (n x d). All points may turn out to be noise.</summary>
    /// <param name="points">The points, usually scaled.</param>
    /// <param name="options">How large a cluster is at least, and how cautious to be.</param>
    /// <param name="progress">Told now and then.</param>
    /// <param name="cancellationToken">Checked many times a second.</param>
    /// <exception cref="ArgumentException">There is no column, or a value is NaN or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static HdbscanModel Fit(
        Matrix points, HdbscanOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        KMeans.RequireUsable(points);
        cancellationToken.ThrowIfCancellationRequested();
        if (points.Rows < options.MinClusterSize || points.Rows < 2)
        {
            return AllNoise(points);
        }

        int minSamples = Math.Min(options.MinSamples ?? options.MinClusterSize, points.Rows - 1);
        var tree = new KdTree(points, cancellationToken);
        var neighbourhoods = new Neighbourhoods(
            tree, minSamples, KeptNeighbours, options.DegreeOfParallelism, PartialProgress.Of(progress, 0, 0.5), cancellationToken);
        ReachabilityEdge[] edges = ReachabilityTree.Build(
            tree, neighbourhoods, options.DegreeOfParallelism, PartialProgress.Of(progress, 0.5, 0.9), cancellationToken);
        var condensed = new CondensedTree(new LinkageTree(edges), points.Rows, options.MinClusterSize, cancellationToken);
        bool[] selected = condensed.Select(options.Selection, options.AllowSingleCluster);
        HdbscanModel model = Describe(points, tree, neighbourhoods.SquaredReach, condensed, selected, minSamples, options);
        progress?.Report(new WorkProgress("Choosing segments", 1, points.Rows, "points"));
        return model;
    }

    private static HdbscanModel AllNoise(Matrix points)
    {
        var labels = new int[points.Rows];
        Array.Fill(labels, -1);
        var membership = new DensityMembership(null, [], null, [], [], [], points.Columns, 1, null);
        return new HdbscanModel(membership, labels, [], new double[points.Rows], new double[points.Rows], []);
    }

    private static HdbscanModel Describe(
        Matrix points, KdTree tree, double[] core, CondensedTree condensed, bool[] selected, int minSamples, HdbscanOptions options)
    {
        int[] holders = Holders(condensed, selected);
        var labels = new int[points.Rows];
        var numbers = new int[condensed.Count];
        Array.Fill(numbers, -1);
        int clusters = 0;
        for (int cluster = 0; cluster < selected.Length; cluster++)
        {
            numbers[cluster] = selected[cluster] ? clusters++ : -1;
        }

        for (int position = 0; position < points.Rows; position++)
        {
            int holder = holders[condensed.ItemClusters[position]];

            // The root holds everything; as a cluster it means those who stay to its end.
            bool left = holder == 0 && condensed.ItemDensities[position] < condensed.Death(0);
            labels[tree.Order[position]] = holder < 0 || left ? -1 : numbers[holder];
        }

        (int[] sizes, int[] newNumbers) = LabelOrder.LargestFirst(labels, clusters, points);
        for (int cluster = 0; cluster < numbers.Length; cluster++)
        {
            numbers[cluster] = numbers[cluster] < 0 ? -1 : newNumbers[numbers[cluster]];
        }

        double[] densest = Densest(condensed);
        var probabilities = new double[points.Rows];
        var outliers = new double[points.Rows];
        var positionLabels = new int[points.Rows];
        var positionProbabilities = new double[points.Rows];
        for (int position = 0; position < points.Rows; position++)
        {
            int row = tree.Order[position];
            int cluster = condensed.ItemClusters[position];
            double density = condensed.ItemDensities[position];
            probabilities[row] = labels[row] < 0 ? 0 : Math.Min(1, density / condensed.Death(holders[cluster]));
            outliers[row] = (densest[cluster] - density) / densest[cluster];
            positionLabels[position] = labels[row];
            positionProbabilities[position] = probabilities[row];
        }

        var summary = new CondensedCluster[condensed.Count];
        for (int cluster = 0; cluster < summary.Length; cluster++)
        {
            summary[cluster] = new CondensedCluster(
                condensed.Parent(cluster), condensed.Birth(cluster), condensed.Death(cluster), condensed.Size(cluster), condensed.Stability(cluster), numbers[cluster]);
        }

        var membership = new DensityMembership(
            tree, core, condensed, numbers, positionLabels, positionProbabilities, points.Columns, minSamples, options.DegreeOfParallelism);
        return new HdbscanModel(membership, labels, sizes, probabilities, outliers, summary);
    }

    /// <summary>For each cluster the selected one that it is or is part of, -1 when there is none.</summary>
    private static int[] Holders(CondensedTree condensed, bool[] selected)
    {
        var holders = new int[condensed.Count];
        for (int cluster = 0; cluster < holders.Length; cluster++)
        {
            int above = cluster == 0 ? -1 : holders[condensed.Parent(cluster)];
            holders[cluster] = selected[cluster] ? cluster : above;
        }

        return holders;
    }

    /// <summary>For each cluster the highest density at which it or a part of it ends.</summary>
    private static double[] Densest(CondensedTree condensed)
    {
        var densest = new double[condensed.Count];
        for (int cluster = condensed.Count - 1; cluster >= 0; cluster--)
        {
            densest[cluster] = Math.Max(densest[cluster], condensed.Death(cluster));
            if (cluster > 0)
            {
                densest[condensed.Parent(cluster)] = Math.Max(densest[condensed.Parent(cluster)], densest[cluster]);
            }
        }

        return densest;
    }
}
