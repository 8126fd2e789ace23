using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>One start of k-means: centres drawn, then improved until nothing more helps.</summary>
internal static class KMeansStart
{
    /// <summary>Runs one start.</summary>
    /// <param name="blocks">The points.</param>
    /// <param name="options">How long to go on.</param>
    /// <param name="shiftTolerance">The total squared move of the centres at which Lloyd's rounds end.</param>
    /// <param name="random">The stream of this start.</param>
    /// <param name="cancellationToken">Checked in every round.</param>
    public static KMeansStartResult Run(
        PointBlocks blocks, KMeansOptions options, double shiftTolerance, RandomSource random, CancellationToken cancellationToken)
    {
        double[] centres = new KMeansSeeding(blocks).Draw(options.ClusterCount, random, cancellationToken);
        var state = new KMeansState(blocks, options.ClusterCount, centres);
        int iterations = 0;
        KMeansDescent.Lloyd(state, options.MaxIterations, shiftTolerance, ref iterations, cancellationToken);
        bool converged = KMeansDescent.MoveSinglePoints(state, options.MaxIterations, ref iterations, cancellationToken);
        state.Recompute();
        return new KMeansStartResult((double[])state.Centroids.Clone(), state.Inertia(), iterations, converged);
    }
}
