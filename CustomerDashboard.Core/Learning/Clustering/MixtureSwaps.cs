using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// Improves the best start by random swaps (Q. Zhao, V. Hautamäki, I. Kärkkäinen, P. Fränti, "Random swap EM algorithm for Gaussian mixture
/// models", 2012): a component is taken away and put on a random point with the others' mean covariance; what becomes likelier is kept.
/// A few swaps find what tens of starts miss.
/// </summary>
internal sealed class MixtureSwaps(PointBlocks blocks, MixtureDescent descent)
{
    private const int SwapsPerComponent = 6;
    private const int TrialRounds = 10;

    /// <summary>A swap whose log-likelihood per point is still so much less after the trial rounds is given up.</summary>
    private const double Hopeless = 0.005;

    private const double Rough = 1e-4;

    /// <summary>Tries the swaps.</summary>
    public MixtureStartResult Improve(
        MixtureStartResult best, GaussianMixtureOptions options, RandomSource random, CancellationToken cancellationToken)
    {
        if (descent.Continue(blocks, best, options, Rough, cancellationToken) is { } settled && settled.IsBetterThan(best))
        {
            best = settled;
        }

        for (int swap = 0; swap < SwapsPerComponent * options.Components; swap++)
        {
            int replaced = random.NextInt(options.Components);
            int point = random.NextInt(blocks.Points.Count);
            if (Replace(best.Parameters, replaced, point) is not { } beginning
                || descent.Run(blocks, beginning, options with { MaxIterations = TrialRounds }, tolerance: 0, cancellationToken) is not { } trial)
            {
                continue;
            }

            bool isHopeless = trial.IsNarrow == best.IsNarrow
                ? trial.LogLikelihood < best.LogLikelihood - (Hopeless * blocks.Points.Count)
                : trial.IsNarrow;
            if (!isHopeless
                && descent.Continue(blocks, trial, options, Rough, cancellationToken) is { } end
                && end.IsBetterThan(best))
            {
                best = end;
            }
        }

        return best;
    }

    private MixtureParameters? Replace(MixtureParameters mixture, int replaced, int point)
    {
        int components = mixture.Shape.Components;
        int dimensions = mixture.Shape.Dimensions;
        var weights = (double[])mixture.Weights.Clone();
        var means = (double[])mixture.Means.Clone();
        var covariances = (double[][])mixture.Covariances.Clone();
        double rest = 1 - weights[replaced];
        if (!(rest > 0))
        {
            return null;
        }

        var mean = new double[covariances[replaced].Length];
        for (int component = 0; component < components; component++)
        {
            if (component != replaced)
            {
                for (int i = 0; i < mean.Length; i++)
                {
                    mean[i] += covariances[component][i] * weights[component] / rest;
                }

                weights[component] *= (1 - (1.0 / components)) / rest;
            }
        }

        weights[replaced] = 1.0 / components;
        blocks.Points.CopyPoint(point, means.AsSpan(replaced * dimensions, dimensions));
        if (mixture.Shape.Covariance != CovarianceKind.Tied)
        {
            covariances[replaced] = mean;
        }

        return MixtureParameters.TryCreate(mixture.Shape, mixture.Origin, weights, means, covariances);
    }
}
