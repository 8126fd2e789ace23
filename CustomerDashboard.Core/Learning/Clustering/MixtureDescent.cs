using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// Expectation and maximisation in turn (A. P. Dempster, N. M. Laird, D. B. Rubin, "Maximum likelihood from incomplete data via the EM
/// algorithm", 1977). Sums are taken per block of points and added in block order.
/// </summary>
internal sealed class MixtureDescent(MixtureCollapse collapse)
{
    /// <summary>Goes on from where an earlier run ended; its rounds count.</summary>
    public MixtureStartResult? Continue(
        PointBlocks blocks, MixtureStartResult from, GaussianMixtureOptions options, double tolerance, CancellationToken cancellationToken) =>
        Run(blocks, from.Parameters, options, tolerance, cancellationToken) is { } end
            ? end with { Iterations = from.Iterations + end.Iterations }
            : null;

    /// <summary>Goes on from a mixture until the likelihood stands still; null when a covariance lost its inverse.</summary>
    /// <param name="blocks">The points.</param>
    /// <param name="start">The mixture to begin with.</param>
    /// <param name="options">The most rounds, and the regularisation.</param>
    /// <param name="tolerance">The change of the log-likelihood per point at which to stop, where greater than that of the options.</param>
    /// <param name="cancellationToken">Checked in every round.</param>
    public MixtureStartResult? Run(
        PointBlocks blocks, MixtureParameters start, GaussianMixtureOptions options, double tolerance, CancellationToken cancellationToken)
    {
        var kernels = new MixtureKernel[blocks.Count];
        var sums = new MixtureSums[blocks.Count];
        var total = new MixtureSums(start.Shape);
        for (int block = 0; block < blocks.Count; block++)
        {
            kernels[block] = new MixtureKernel(start.Shape);
            sums[block] = new MixtureSums(start.Shape);
        }

        double enough = Math.Max(tolerance, options.Tolerance) * blocks.Points.Count;
        MixtureParameters current = start;
        double before = double.NegativeInfinity;
        for (int iteration = 1; ; iteration++)
        {
            Expect(blocks, current, kernels, sums, total, cancellationToken);
            double likelihood = total.LogLikelihood;
            bool converged = Math.Abs(likelihood - before) <= enough;
            if (converged || iteration >= options.MaxIterations)
            {
                return new MixtureStartResult(current, likelihood, iteration, converged, collapse.IsNarrow(current, options.Regularisation));
            }

            before = likelihood;
            if (total.Maximise(current.Origin, current, options.Regularisation) is not { } next)
            {
                return null;
            }

            current = next;
        }
    }

    private static void Expect(
        PointBlocks blocks,
        MixtureParameters parameters,
        MixtureKernel[] kernels,
        MixtureSums[] sums,
        MixtureSums total,
        CancellationToken cancellationToken)
    {
        blocks.Run(
            (block, start, end) =>
            {
                sums[block].Clear();
                for (int first = start; first < end; first += MixtureKernel.Chunk)
                {
                    int last = Math.Min(end, first + MixtureKernel.Chunk);
                    sums[block].LogLikelihood += kernels[block].Expect(blocks.Points, first, last, parameters);
                    kernels[block].Accumulate(last - first, sums[block]);
                }
            },
            cancellationToken);
        total.Clear();
        foreach (MixtureSums part in sums)
        {
            total.Add(part);
        }
    }
}
