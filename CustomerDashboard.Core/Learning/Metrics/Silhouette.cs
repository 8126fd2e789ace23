using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>
/// The silhouette (P. J. Rousseeuw, "Silhouettes: a graphical aid", 1987): for each point (b - a) / max(a, b), where a is its
/// mean distance to its own cluster and b the least mean distance to another; 0 for a point alone in its cluster.
/// Costs O(n^2 d) for the distances, which several groupings of the same points share, and O(n^2) per grouping.
/// </summary>
/// <remarks>
/// Beyond <see cref="SilhouetteOptions.ExactLimit"/> points it is estimated: from each cluster points are drawn in proportion
/// to its size, at least thirty, their silhouettes are taken among the drawn points, and the clusters' means are weighted by
/// their full sizes. The margin comes from ten random groups of the sample (K. M. Wolter, "Introduction to Variance
/// Estimation", 1985), because the drawn points are both what is judged and what it is compared with.
/// Noise (label -1) is neither evaluated nor compared with.
/// </remarks>
public static class Silhouette
{
    /// <summary>The silhouette of one grouping of <paramref name="points"/> (n x d).</summary>
    /// <inheritdoc cref="ScoreMany" path="/exception"/>
    public static SilhouetteScore Score(
        Matrix points,
        int[] labels,
        SilhouetteOptions? options = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        ScoreMany(points, [labels], options, progress, cancellationToken)[0];

    /// <summary>The silhouettes of several groupings of the same points; each distance is computed once for all of them.</summary>
    /// <param name="points">n x d.</param>
    /// <param name="labelings">For each grouping one label per point: 0, 1, ... or -1 for noise.</param>
    /// <param name="options">When and how to sample.</param>
    /// <param name="progress">Told about the share of points done.</param>
    /// <param name="cancellationToken">Checked many times a second.</param>
    /// <exception cref="ArgumentException">Labels do not fit the points, fewer than two clusters, or a value is NaN or infinite.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<SilhouetteScore> ScoreMany(
        Matrix points,
        IReadOnlyList<int[]> labelings,
        SilhouetteOptions? options = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(labelings);
        options ??= new SilhouetteOptions();
        options.Validate();
        int[][] sizes = Check(points, labelings);
        if (labelings.Count == 0)
        {
            return [];
        }

        var scores = new SilhouetteScore[labelings.Count];
        if (points.Rows <= options.ExactLimit)
        {
            double[][] samples = SilhouetteKernel.Run(points, labelings, sizes, options.DegreeOfParallelism, progress, cancellationToken);
            for (int i = 0; i < scores.Length; i++)
            {
                scores[i] = Exact(samples[i], labelings[i], sizes[i]);
            }

            return scores;
        }

        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = SilhouetteSample.Estimate(points, labelings[i], sizes[i], options, cancellationToken);
            progress?.Report(new WorkProgress("Comparing segments", (i + 1.0) / scores.Length, i + 1, "groupings"));
        }

        return scores;
    }

    /// <summary>The exact silhouette of every point, NaN for noise.</summary>
    /// <inheritdoc cref="ScoreMany" path="/exception"/>
    public static double[] Samples(
        Matrix points,
        int[] labels,
        int? degreeOfParallelism = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        int[][] sizes = Check(points, [labels]);
        return SilhouetteKernel.Run(points, [labels], sizes, degreeOfParallelism, progress, cancellationToken)[0];
    }

    private static int[][] Check(Matrix points, IReadOnlyList<int[]> labelings)
    {
        MatrixGuard.RequireFinite(points, parameterName: nameof(points));
        var sizes = new int[labelings.Count][];
        for (int i = 0; i < sizes.Length; i++)
        {
            sizes[i] = ClusterLabels.Sizes(points, labelings[i]);
        }

        return sizes;
    }

    private static SilhouetteScore Exact(double[] samples, int[] labels, int[] sizes)
    {
        double[] means = ClusterMeans(samples, labels, sizes);
        return new SilhouetteScore(WeightedMean(means, sizes, sizes), 0, Total(sizes), IsExact: true, means);
    }

    /// <summary>The mean silhouette of each cluster, 0 where it has no points.</summary>
    internal static double[] ClusterMeans(double[] samples, int[] labels, int[] sizes)
    {
        var means = new double[sizes.Length];
        for (int point = 0; point < labels.Length; point++)
        {
            if (labels[point] >= 0)
            {
                means[labels[point]] += samples[point];
            }
        }

        for (int cluster = 0; cluster < sizes.Length; cluster++)
        {
            means[cluster] = sizes[cluster] == 0 ? 0 : means[cluster] / sizes[cluster];
        }

        return means;
    }

    /// <summary>The mean over the clusters that were evaluated, each with the weight of its full size.</summary>
    internal static double WeightedMean(double[] means, int[] evaluated, int[] full)
    {
        double sum = 0;
        double weights = 0;
        for (int cluster = 0; cluster < means.Length; cluster++)
        {
            if (evaluated[cluster] > 0)
            {
                sum += means[cluster] * full[cluster];
                weights += full[cluster];
            }
        }

        return sum / weights;
    }

    internal static int Total(int[] sizes)
    {
        int total = 0;
        foreach (int size in sizes)
        {
            total += size;
        }

        return total;
    }
}
