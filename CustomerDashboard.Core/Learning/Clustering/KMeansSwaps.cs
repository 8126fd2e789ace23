using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// Improves the best start by random swaps (P. Fränti, "Efficiency of random swap clustering", 2018): a centre is taken away
/// and put on a point drawn by its squared distance from the others; what ends lower is kept. Two swaps per cluster are
/// tried. This finds what all starts missed, such as two centres sharing one group while another group has none.
/// </summary>
internal static class KMeansSwaps
{
    /// <summary>A swap that is still worse than the best by this factor after Lloyd's rounds is given up: the fine moves gain less.</summary>
    private const double Hopeless = 1.003;

    private const int SwapsPerCluster = 2;

    /// <summary>Tries the swaps.</summary>
    /// <param name="blocks">The points.</param>
    /// <param name="best">The best start.</param>
    /// <param name="options">How many clusters, how many rounds.</param>
    /// <param name="shiftTolerance">The total squared move of the centres at which Lloyd's rounds end.</param>
    /// <param name="random">The stream of the swaps.</param>
    /// <param name="cancellationToken">Checked in every round.</param>
    public static KMeansStartResult Improve(
        PointBlocks blocks,
        KMeansStartResult best,
        KMeansOptions options,
        double shiftTolerance,
        RandomSource random,
        CancellationToken cancellationToken)
    {
        var seeding = new KMeansSeeding(blocks);
        var state = new KMeansState(blocks, options.ClusterCount, best.Centroids);
        for (int swap = 0; swap < SwapsPerCluster * options.ClusterCount; swap++)
        {
            var centres = (double[])best.Centroids.Clone();
            seeding.Redraw(centres, options.ClusterCount, random.NextInt(options.ClusterCount), random, cancellationToken);
            state.Restart(centres);
            int iterations = 0;
            KMeansDescent.Lloyd(state, options.MaxIterations, shiftTolerance, ref iterations, cancellationToken);
            if (state.Inertia() > best.Inertia * Hopeless)
            {
                continue;
            }

            bool converged = KMeansDescent.MoveSinglePoints(state, options.MaxIterations, ref iterations, cancellationToken);
            state.Recompute();
            double inertia = state.Inertia();
            if (inertia < best.Inertia)
            {
                best = new KMeansStartResult((double[])state.Centroids.Clone(), inertia, iterations, converged);
            }
        }

        return best;
    }
}
