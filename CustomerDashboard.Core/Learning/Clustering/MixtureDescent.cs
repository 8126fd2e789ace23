using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// Expectation and maximisation in turn (A. P. Dempster, N. M. Laird, D. B. Rubin, "Maximum likelihood from incomplete data via the EM
/// algorithm", 1977). Sums are taken per block of points and added in block order.
/// </summary>
internal sealed class MixtureDescent
{
    private readonly PointBlocks _blocks;
    private readonly MixtureKernel[] _kernels;
    private readonly MixtureSums[] _sums;
    private readonly MixtureSums _total;

    public MixtureDescent(PointBlocks blocks, MixtureShape shape)
    {
        _blocks = blocks;
        _kernels = new MixtureKernel[blocks.Count];
        _sums = new MixtureSums[blocks.Count];
        _total = new MixtureSums(shape);
        for (int block = 0; block < blocks.Count; block++)
        {
            _kernels[block] = new MixtureKernel(shape);
            _sums[block] = new MixtureSums(shape);
        }
    }

    /// <summary>Goes on from a mixture until the likelihood stands still; null when a covariance lost its inverse.</summary>
    public (MixtureParameters Parameters, double LogLikelihood, int Iterations, bool Converged)? Run(
        MixtureParameters start, GaussianMixtureOptions options, CancellationToken cancellationToken)
    {
        MixtureParameters current = start;
        double before = double.NegativeInfinity;
        for (int iteration = 1; ; iteration++)
        {
            Expect(current, cancellationToken);
            double likelihood = _total.LogLikelihood;
            bool converged = Math.Abs(likelihood - before) <= options.Tolerance * _blocks.Points.Count;
            if (converged || iteration >= options.MaxIterations)
            {
                return (current, likelihood, iteration, converged);
            }

            before = likelihood;
            if (_total.Maximise(current.Means, current.Covariances, options.Regularisation) is not { } next)
            {
                return null;
            }

            current = next;
        }
    }

    private void Expect(MixtureParameters parameters, CancellationToken cancellationToken)
    {
        ColumnarPoints points = _blocks.Points;
        _blocks.Run(
            (block, start, end) =>
            {
                MixtureSums sums = _sums[block];
                sums.Clear();
                for (int first = start; first < end; first += MixtureKernel.Chunk)
                {
                    int last = Math.Min(end, first + MixtureKernel.Chunk);
                    sums.LogLikelihood += _kernels[block].Expect(points, first, last, parameters);
                    _kernels[block].Accumulate(points, first, last, parameters, sums);
                }
            },
            cancellationToken);
        _total.Clear();
        foreach (MixtureSums sums in _sums)
        {
            _total.Add(sums);
        }
    }
}
