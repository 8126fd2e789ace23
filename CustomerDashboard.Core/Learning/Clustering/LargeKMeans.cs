using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// k-means beyond <see cref="KMeans.ExactLimit"/> points. Each start finds its centres and lets them settle on a random sample
/// (P. S. Bradley, U. M. Fayyad, "Refining initial points for k-means clustering", 1998), so that few rounds over all points are
/// left; those end by the same tolerance as without a sample.
/// </summary>
internal static class LargeKMeans
{
    private const int SampleSize = 32_768;
    private const int SampledPerCluster = 64;

    /// <summary>The best model for each of the options; threads share the points of one start.</summary>
    public static KMeansModel[] Run(Matrix points, IReadOnlyList<KMeansOptions> fits, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        int total = 0;
        foreach (KMeansOptions options in fits)
        {
            total += options.Starts;
        }

        var models = new KMeansModel[fits.Count];
        int done = 0;
        for (int fit = 0; fit < models.Length; fit++)
        {
            KMeansOptions options = fits[fit];
            var pass = new CentroidPass(points, options.ClusterCount, options.DegreeOfParallelism);
            KMeansStartResult? best = null;
            for (int start = 0; start < options.Starts; start++)
            {
                RandomSource random = new RandomSource(options.Seed).Split(options.ClusterCount).Split(start);
                KMeansStartResult end = Descend(points, pass, options, random, cancellationToken);
                best = best is null || end.Inertia < best.Inertia ? end : best;
                done++;
                progress?.Report(new WorkProgress("Finding segments", (double)done / total, done, "fits"));
            }

            models[fit] = Finish(points, pass, best!, cancellationToken);
        }

        return models;
    }

    /// <summary>Labels the points by their nearest centroids, the clusters in their lasting order and none of them empty.</summary>
    public static KMeansModel Finish(Matrix points, CentroidPass pass, KMeansStartResult end, CancellationToken cancellationToken)
    {
        int dimensions = points.Columns;
        double[] centroids = (double[])end.Centroids.Clone();

        // A tie between centroids is settled by their order, so another order can move a point and with it a size.
        const int MaximumRounds = 10;
        for (int round = 1; ; round++)
        {
            pass.Run(centroids, watchTies: true, cancellationToken);
            if (FillEmpty(points, pass, centroids))
            {
                continue;
            }

            int[] order = CentroidOrder.Of(centroids, pass.Counts, dimensions);
            if (round >= MaximumRounds || IsAscending(order))
            {
                break;
            }

            centroids = CentroidOrder.Apply(order, centroids, dimensions);
            if (!pass.HasTies)
            {
                pass.Renumber(order);
                break;
            }
        }

        return new KMeansModel(
            new Matrix(pass.Counts.Length, dimensions, centroids), (int[])pass.Labels.Clone(), (int[])pass.Counts.Clone(), pass.Inertia, end.Iterations, end.Converged);
    }

    private static KMeansStartResult Descend(
        Matrix points, CentroidPass pass, KMeansOptions options, RandomSource random, CancellationToken cancellationToken)
    {
        int clusters = options.ClusterCount;
        int sampleSize = (int)Math.Max(SampleSize, Math.Min(points.Rows, (long)SampledPerCluster * clusters));
        var seeding = new SampledSeeding(points, sampleSize, clusters, random.Split(0), options.DegreeOfParallelism);
        double shiftTolerance = options.Tolerance * seeding.MeanVariance;
        double[] centroids = seeding.Refine(
            seeding.Draw(clusters, random, cancellationToken), clusters, options.MaxIterations, shiftTolerance, cancellationToken);
        for (int iteration = 1; ; iteration++)
        {
            pass.Run(centroids, watchTies: false, cancellationToken);
            bool filled = FillEmpty(points, pass, centroids);
            (double shift, double gain) = MoveToMeans(pass, centroids, points.Columns);
            bool settled = !filled && (pass.Changed == 0 || shift <= shiftTolerance);
            if (settled || iteration >= options.MaxIterations)
            {
                return new KMeansStartResult(centroids, pass.Inertia - gain, iteration, settled);
            }
        }
    }

    /// <summary>Moves every centroid to the mean of its points.</summary>
    /// <returns>The squared distances moved, summed, and by how much that lowers the inertia.</returns>
    private static (double Shift, double Gain) MoveToMeans(CentroidPass pass, double[] centroids, int dimensions)
    {
        double shift = 0;
        double gain = 0;
        for (int cluster = 0; cluster < pass.Counts.Length; cluster++)
        {
            double moved = 0;
            for (int i = cluster * dimensions; pass.Counts[cluster] > 0 && i < (cluster + 1) * dimensions; i++)
            {
                double next = pass.Sums[i] / pass.Counts[cluster];
                moved += (next - centroids[i]) * (next - centroids[i]);
                centroids[i] = next;
            }

            shift += moved;
            gain += moved * pass.Counts[cluster];
        }

        return (shift, gain);
    }

    /// <summary>Puts the centroid of each empty cluster on the point that is farthest from its own, each on another one.</summary>
    /// <returns>Whether there was an empty cluster.</returns>
    private static bool FillEmpty(Matrix points, CentroidPass pass, double[] centroids)
    {
        var taken = new HashSet<int>();
        for (int cluster = 0; cluster < pass.Counts.Length; cluster++)
        {
            if (pass.Counts[cluster] > 0)
            {
                continue;
            }

            int farthest = 0;
            double distance = -1;
            for (int point = 0; point < points.Rows; point++)
            {
                double current = Distances.SquaredEuclidean(points.Row(point), centroids.AsSpan(pass.Labels[point] * points.Columns, points.Columns));
                if (current > distance && !taken.Contains(point))
                {
                    distance = current;
                    farthest = point;
                }
            }

            points.Row(farthest).CopyTo(centroids.AsSpan(cluster * points.Columns, points.Columns));
            taken.Add(farthest);
        }

        return taken.Count > 0;
    }

    private static bool IsAscending(int[] order)
    {
        for (int i = 0; i < order.Length; i++)
        {
            if (order[i] != i)
            {
                return false;
            }
        }

        return true;
    }
}
