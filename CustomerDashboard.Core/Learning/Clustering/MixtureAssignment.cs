using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Puts points to the components of a fitted mixture.</summary>
internal static class MixtureAssignment
{
    /// <summary>The component that answers most for each point, the first on a tie, and the log-likelihood of all points.</summary>
    public static (int[] Labels, double LogLikelihood) Label(PointBlocks blocks, MixtureParameters parameters, CancellationToken cancellationToken)
    {
        var labels = new int[blocks.Points.Count];
        double logLikelihood = Visit(
            blocks,
            parameters,
            (kernel, start, end) =>
            {
                for (int point = start; point < end; point++)
                {
                    int most = 0;
                    for (int component = 1; component < parameters.Shape.Components; component++)
                    {
                        most = kernel.RelativeDensities(component)[point - start] > kernel.RelativeDensities(most)[point - start] ? component : most;
                    }

                    labels[point] = most;
                }
            },
            cancellationToken);
        return (labels, logLikelihood);
    }

    /// <summary>How much each component answers for each point (n x k).</summary>
    public static Matrix Probabilities(PointBlocks blocks, MixtureParameters parameters, CancellationToken cancellationToken)
    {
        var probabilities = new Matrix(blocks.Points.Count, parameters.Shape.Components);
        Visit(
            blocks,
            parameters,
            (kernel, start, end) =>
            {
                for (int component = 0; component < probabilities.Columns; component++)
                {
                    ReadOnlySpan<double> densities = kernel.RelativeDensities(component);
                    for (int point = start; point < end; point++)
                    {
                        probabilities[point, component] = densities[point - start] / kernel.Totals[point - start];
                    }
                }
            },
            cancellationToken);
        return probabilities;
    }

    private static double Visit(
        PointBlocks blocks, MixtureParameters parameters, Action<MixtureKernel, int, int> visit, CancellationToken cancellationToken)
    {
        var logLikelihoods = new double[blocks.Count];
        blocks.Run(
            (block, start, end) =>
            {
                var kernel = new MixtureKernel(parameters.Shape);
                for (int first = start; first < end; first += MixtureKernel.Chunk)
                {
                    int last = Math.Min(end, first + MixtureKernel.Chunk);
                    logLikelihoods[block] += kernel.Expect(blocks.Points, first, last, parameters);
                    visit(kernel, first, last);
                }
            },
            cancellationToken);
        double sum = 0;
        foreach (double part in logLikelihoods)
        {
            sum += part;
        }

        return sum;
    }
}
