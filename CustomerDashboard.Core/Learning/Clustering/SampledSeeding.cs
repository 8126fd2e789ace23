using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>First centres for many points, found on a random part of them.</summary>
internal sealed class SampledSeeding
{
    private readonly PointBlocks _blocks;

    /// <summary>Draws the part.</summary>
    /// <param name="points">n x d.</param>
    /// <param name="size">How many rows to draw; all are taken when there are no more.</param>
    /// <param name="clusters">How many centres there will be; so many different rows are in the part for certain.</param>
    /// <param name="random">The stream of the draw.</param>
    /// <param name="degreeOfParallelism">The most threads to use.</param>
    public SampledSeeding(Matrix points, int size, int clusters, RandomSource random, int? degreeOfParallelism)
    {
        Sample = points.Rows <= size
            ? points
            : points.SelectRows([.. random.SampleWithoutReplacement(points.Rows, size), .. DistinctRows.First(points, clusters)]);
        _blocks = new PointBlocks(new ColumnarPoints(Sample), groups: null, degreeOfParallelism);
        double[] variances = ColumnMoments.PopulationVariances(Sample, ColumnMoments.Means(Sample));
        MeanVariance = VectorSums.Sum(variances) / variances.Length;
    }

    /// <summary>The drawn rows.</summary>
    public Matrix Sample { get; }

    /// <summary>The mean over the columns of the variance of the drawn rows.</summary>
    public double MeanVariance { get; }

    /// <summary>Centres (k x d) drawn by greedy k-means++.</summary>
    public double[] Draw(int clusters, RandomSource random, CancellationToken cancellationToken) =>
        new KMeansSeeding(_blocks).Draw(clusters, random, cancellationToken);

    /// <summary>Centres moved by Lloyd's rounds over the drawn rows.</summary>
    public double[] Refine(double[] centres, int clusters, int maxIterations, double shiftTolerance, CancellationToken cancellationToken)
    {
        var state = new KMeansState(_blocks, clusters, centres);
        int iterations = 0;
        KMeansDescent.Lloyd(state, maxIterations, shiftTolerance, ref iterations, cancellationToken);
        return state.Centroids;
    }
}
