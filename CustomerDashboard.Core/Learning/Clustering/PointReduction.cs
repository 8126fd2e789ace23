using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// Many points replaced by a few centres that carry their numbers: K-Means on a random sample places the centres, then every point
/// goes to its nearest and the centres move to the means of their points. Costs O(n m d) for m centres.
/// </summary>
/// <param name="Centres">m x d.</param>
/// <param name="Weights">How many points each centre stands for, at least 1.</param>
/// <param name="CentreOfPoint">The centre of each point.</param>
internal sealed record PointReduction(Matrix Centres, int[] Weights, int[] CentreOfPoint)
{
    private const int SampledPerCentre = 10;
    private const int Rounds = 10;

    public static PointReduction Of(Matrix points, AgglomerativeOptions options, CancellationToken cancellationToken)
    {
        RandomSource random = new RandomSource(options.Seed).Split(options.PreclusterCentres);
        int sampleSize = (int)Math.Min(points.Rows, (long)SampledPerCentre * options.PreclusterCentres);
        Matrix sample = points.SelectRows(random.SampleWithoutReplacement(points.Rows, sampleSize));
        int centres = DistinctRows.CountUpTo(sample, options.PreclusterCentres);
        var sampleBlocks = new PointBlocks(new ColumnarPoints(sample), groups: null, options.DegreeOfParallelism);
        double[] start = new KMeansSeeding(sampleBlocks).Draw(centres, random.Split(1), cancellationToken);
        var sampleState = new KMeansState(sampleBlocks, centres, start);
        int iterations = 0;
        KMeansDescent.Lloyd(sampleState, Rounds, shiftTolerance: 0, ref iterations, cancellationToken);

        var blocks = new PointBlocks(new ColumnarPoints(points), groups: null, options.DegreeOfParallelism);
        var state = new KMeansState(blocks, centres, sampleState.Centroids);
        state.Assign(cancellationToken);
        state.Recompute();
        return new PointReduction(
            new Matrix(centres, points.Columns, state.Centroids), state.Counts, KMeansModel.ToLabels(state.Labels, points.Rows));
    }
}
