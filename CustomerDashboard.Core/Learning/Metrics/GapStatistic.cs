using System.Globalization;
using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Learning.Decomposition;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>
/// The gap statistic (R. Tibshirani, G. Walther, T. Hastie, "Estimating the number of clusters in a data set via the gap
/// statistic", 2001): how much closer together points are within their clusters than points spread evenly over the same box
/// would be. The box is aligned with the principal components (their choice b). Chosen is the smallest k with
/// gap(k) >= gap(k + 1) - s(k + 1), where s is the standard error. k = 1, no clusters at all, can be chosen too.
/// Costs (B + 1) clusterings of n points per k.
/// </summary>
public static class GapStatistic
{
    private const int ReferenceStarts = 3;

    /// <summary>The gap statistic of K-Means, with <see cref="KMeansOptions.Starts"/> of 3 for the points and the references alike.</summary>
    /// <inheritdoc cref="Compute(Matrix, IReadOnlyList{int}, Func{Matrix, int, CancellationToken, IClusterModel}, GapStatisticOptions?, IProgress{WorkProgress}?, CancellationToken)"/>
    public static GapResult Compute(
        Matrix points,
        IReadOnlyList<int> clusterCounts,
        GapStatisticOptions? options = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        Compute(
            points,
            clusterCounts,
            (matrix, clusters, token) => KMeans.Fit(
                matrix,
                new KMeansOptions { ClusterCount = clusters, Starts = ReferenceStarts, Seed = (options ?? new GapStatisticOptions()).Seed, DegreeOfParallelism = 1 },
                null,
                token),
            options,
            progress,
            cancellationToken);

    /// <summary>The gap statistic of any way of clustering into a given number of clusters.</summary>
    /// <param name="points">n x d, at least two.</param>
    /// <param name="clusterCounts">The numbers of clusters to compare, ascending; usually 1, 2, 3, ...</param>
    /// <param name="fit">Clusters points into so many clusters; called from several threads at once.</param>
    /// <param name="options">How many reference sets, and their seed.</param>
    /// <param name="progress">Told after each set.</param>
    /// <param name="cancellationToken">Checked before each clustering.</param>
    /// <exception cref="TooFewPointsException">There are fewer different points than clusters.</exception>
    /// <exception cref="ArgumentException">The counts do not ascend, all points are the same, or a value is NaN or infinite.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static GapResult Compute(
        Matrix points,
        IReadOnlyList<int> clusterCounts,
        Func<Matrix, int, CancellationToken, IClusterModel> fit,
        GapStatisticOptions? options = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clusterCounts);
        ArgumentNullException.ThrowIfNull(fit);
        options ??= new GapStatisticOptions();
        options.Validate();
        KMeans.RequireUsable(points);
        RequireAscending(points, clusterCounts);
        var box = new ReferenceBox(points);
        var dispersions = new double[options.References + 1][];
        int done = 0;
        ParallelWork.Run(
            dispersions.Length,
            options.DegreeOfParallelism,
            set =>
            {
                Matrix current = set == 0 ? points : box.Draw(points.Rows, new RandomSource(options.Seed).Split(set));
                dispersions[set] = LogDispersions(current, clusterCounts, fit, cancellationToken);
                int finished = Interlocked.Increment(ref done);
                progress?.Report(new WorkProgress("Comparing with points without structure", (double)finished / dispersions.Length, finished, "sets"));
            },
            cancellationToken);
        return Choose(clusterCounts, dispersions);
    }

    private static void RequireAscending(Matrix points, IReadOnlyList<int> clusterCounts)
    {
        if (clusterCounts.Count == 0)
        {
            throw new ArgumentException("There are no numbers of clusters to compare.", nameof(clusterCounts));
        }

        for (int i = 0; i < clusterCounts.Count; i++)
        {
            if (clusterCounts[i] < 1 || (i > 0 && clusterCounts[i] <= clusterCounts[i - 1]))
            {
                throw new ArgumentException("The numbers of clusters must ascend from 1 or more.", nameof(clusterCounts));
            }
        }

        // With as many clusters as there are different points nothing is left within them, and a logarithm would be infinite.
        int most = clusterCounts[^1];
        int different = DistinctRows.CountUpTo(points, most + 1);
        if (different <= most)
        {
            throw new TooFewPointsException(most + 1, points.Rows, different);
        }
    }

    private static double[] LogDispersions(
        Matrix points, IReadOnlyList<int> clusterCounts, Func<Matrix, int, CancellationToken, IClusterModel> fit, CancellationToken cancellationToken)
    {
        var logs = new double[clusterCounts.Count];
        for (int i = 0; i < logs.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            IClusterModel model = fit(points, clusterCounts[i], cancellationToken);
            logs[i] = Math.Log(model is KMeansModel { Inertia: var inertia } ? inertia : Dispersion(points, model));
        }

        return logs;
    }

    private static double Dispersion(Matrix points, IClusterModel model)
    {
        Matrix centroids = ClusterLabels.Centroids(points, model.Labels, model.Sizes);
        double sum = 0;
        for (int point = 0; point < points.Rows; point++)
        {
            sum += model.Labels[point] < 0 ? 0 : Distances.SquaredEuclidean(points.Row(point), centroids.Row(model.Labels[point]));
        }

        return sum;
    }

    private static GapResult Choose(IReadOnlyList<int> clusterCounts, double[][] dispersions)
    {
        int references = dispersions.Length - 1;
        var entries = new GapEntry[clusterCounts.Count];
        for (int i = 0; i < entries.Length; i++)
        {
            double mean = 0;
            for (int set = 1; set <= references; set++)
            {
                mean += dispersions[set][i] / references;
            }

            double squares = 0;
            for (int set = 1; set <= references; set++)
            {
                squares += (dispersions[set][i] - mean) * (dispersions[set][i] - mean);
            }

            double error = Math.Sqrt(squares / references) * Math.Sqrt(1 + (1.0 / references));
            entries[i] = new GapEntry(clusterCounts[i], dispersions[0][i], mean, mean - dispersions[0][i], error);
        }

        for (int i = 0; i + 1 < entries.Length; i++)
        {
            GapEntry next = entries[i + 1];
            if (entries[i].Gap >= next.Gap - next.StandardError)
            {
                return new GapResult(entries, entries[i].K, Why(entries[i], next));
            }
        }

        return new GapResult(entries, null, string.Create(
            CultureInfo.InvariantCulture, $"The gap goes on rising up to {entries[^1].K} segments, so it favours none of the numbers tried."));
    }

    private static string Why(GapEntry chosen, GapEntry next) => chosen.K == 1
        ? string.Create(CultureInfo.InvariantCulture, $"Dividing the points at all brings them no closer together than it would evenly spread points (gap {chosen.Gap:F3} at 1, {next.Gap:F3} at {next.K}, standard error {next.StandardError:F3}).")
        : string.Create(CultureInfo.InvariantCulture, $"{chosen.K} is the smallest number after which a further segment gains no more than it would among evenly spread points (gap {chosen.Gap:F3}, then {next.Gap:F3} with a standard error of {next.StandardError:F3}).");

    /// <summary>The box around points along their principal components.</summary>
    private sealed class ReferenceBox
    {
        private readonly PcaModel _components;
        private readonly double[] _lower;
        private readonly double[] _upper;

        public ReferenceBox(Matrix points)
        {
            _components = Pca.Fit(points);
            Matrix turned = _components.Transform(points);
            _lower = new double[turned.Columns];
            _upper = new double[turned.Columns];
            for (int column = 0; column < turned.Columns; column++)
            {
                double[] values = turned.Column(column);
                _lower[column] = System.Numerics.Tensors.TensorPrimitives.Min<double>(values);
                _upper[column] = System.Numerics.Tensors.TensorPrimitives.Max<double>(values);
            }
        }

        /// <summary>Points spread evenly over the box, turned back.</summary>
        public Matrix Draw(int rows, RandomSource random)
        {
            var result = new Matrix(rows, _lower.Length);
            for (int row = 0; row < rows; row++)
            {
                Span<double> point = result.Row(row);
                for (int column = 0; column < point.Length; column++)
                {
                    point[column] = _components.Mean[column];
                }

                for (int component = 0; component < _lower.Length; component++)
                {
                    double along = _lower[component] + (random.NextDouble() * (_upper[component] - _lower[component]));
                    ReadOnlySpan<double> direction = _components.Components.Row(component);
                    for (int column = 0; column < point.Length; column++)
                    {
                        point[column] += along * direction[column];
                    }
                }
            }

            return result;
        }
    }
}
