using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>The two descents of k-means; neither ever raises the inertia.</summary>
internal static class KMeansDescent
{
    /// <summary>A move must lower the inertia by more than rounding can, or two points could swap for ever.</summary>
    private const double LeastGain = 1e-12;

    /// <summary>S. P. Lloyd, "Least squares quantization in PCM", 1982: assign, move the centres, repeat.</summary>
    public static bool Lloyd(
        KMeansState state, int maxIterations, double shiftTolerance, ref int iterations, CancellationToken cancellationToken)
    {
        while (iterations < maxIterations)
        {
            iterations++;
            bool changed = state.Assign(cancellationToken);
            if (!changed || state.MoveCentroids() <= shiftTolerance)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Moves single points while that lowers the inertia, both centroids moving at once (J. A. Hartigan, M. A. Wong,
    /// "A k-means clustering algorithm", 1979). Where it ends, Lloyd's rounds have nothing left to do either.
    /// </summary>
    public static bool MoveSinglePoints(KMeansState state, int maxIterations, ref int iterations, CancellationToken cancellationToken)
    {
        var joinWeights = new double[state.Clusters];
        var stayWeights = new double[state.Clusters];
        var candidates = new int[state.Points.Count];
        for (int round = 0; round < maxIterations; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            iterations++;
            for (int cluster = 0; cluster < state.Clusters; cluster++)
            {
                joinWeights[cluster] = JoinWeight(state, cluster);
                stayWeights[cluster] = StayWeight(state, cluster);
            }

            int found = NearestCentroid.FindImprovable(
                state.Points, state.Centroids, joinWeights, stayWeights, state.Labels, candidates, state.Filter);
            bool moved = false;
            for (int i = 0; i < found; i++)
            {
                moved |= MoveIfBetter(state, candidates[i]);
            }

            if (!moved)
            {
                return true;
            }
        }

        return false;
    }

    private static bool MoveIfBetter(KMeansState state, int point)
    {
        int own = (int)state.Labels[point];
        double best = state.SquaredDistance(point, own) * StayWeight(state, own) * (1 - LeastGain);
        int target = own;
        for (int cluster = 0; cluster < state.Clusters; cluster++)
        {
            if (cluster != own)
            {
                double cost = state.SquaredDistance(point, cluster) * JoinWeight(state, cluster);
                if (cost < best)
                {
                    best = cost;
                    target = cluster;
                }
            }
        }

        if (target == own)
        {
            return false;
        }

        state.MovePoint(point, target);
        return true;
    }

    private static double JoinWeight(KMeansState state, int cluster) => state.Counts[cluster] / (state.Counts[cluster] + 1.0);

    // A point that is its whole cluster stays: leaving would empty it.
    private static double StayWeight(KMeansState state, int cluster) =>
        state.Counts[cluster] == 1 ? 0 : state.Counts[cluster] / (state.Counts[cluster] - 1.0);
}
