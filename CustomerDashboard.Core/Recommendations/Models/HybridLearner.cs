using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Recommendations.Models;

/// <summary>
/// Learns the weights of the hybrid: for each customer, what was bought is to stand out among the candidates (conditional logit,
/// D. McFadden, 1974, with each purchase of a customer counting alike; a little ridge keeps the weights of signals that say the same small).
/// Newton's method; costs O(iterations x candidates x signals^2).
/// </summary>
internal static class HybridLearner
{
    private const int Width = HybridWeights.Signals;
    private const double Ridge = 0.002;
    private const int FewestCustomers = 20;

    /// <summary>One customer's candidates, and which of them were bought later.</summary>
    /// <param name="Signals">The signals, candidate after candidate.</param>
    /// <param name="Bought">Whether each candidate was bought in the period.</param>
    internal sealed record Case(float[] Signals, bool[] Bought);

    /// <summary>The weights; equal ones where fewer than 20 customers bought any candidate.</summary>
    public static HybridWeights Learn(IReadOnlyList<Case?> cases, CancellationToken cancellationToken)
    {
        Case[] used = [.. cases.OfType<Case>().Where(one => one.Bought.Contains(true))];
        if (used.Length < FewestCustomers)
        {
            return HybridWeights.Equal;
        }

        var weights = new double[Width];
        for (int iteration = 0; iteration < 30; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (double[] gradient, double[] curvature) = Sums(used, weights, cancellationToken);
            for (int f = 0; f < Width; f++)
            {
                gradient[f] = (gradient[f] / used.Length) - (Ridge * weights[f]);
                for (int g = 0; g < Width; g++)
                {
                    curvature[(f * Width) + g] = (curvature[(f * Width) + g] / used.Length) + (f == g ? Ridge : 0);
                }
            }

            if (!CholeskySolver.TryFactor(curvature, Width, out CholeskySolver solver))
            {
                break;
            }

            solver.Solve(gradient);
            double step = 0;
            for (int f = 0; f < Width; f++)
            {
                // A long first step can overshoot where few signals vary.
                double change = Math.Clamp(gradient[f], -2, 2);
                weights[f] += change;
                step = Math.Max(step, Math.Abs(change));
            }

            if (step < 1e-6)
            {
                break;
            }
        }

        return new HybridWeights(weights, Shares(used, weights), used.Length);
    }

    private static (double[] Gradient, double[] Curvature) Sums(Case[] cases, double[] weights, CancellationToken cancellationToken)
    {
        const int block = 32;
        int blocks = (cases.Length + block - 1) / block;
        var gradients = new double[blocks][];
        var curvatures = new double[blocks][];
        ParallelWork.Run(
            blocks,
            null,
            piece =>
            {
                var gradient = new double[Width];
                var curvature = new double[Width * Width];
                for (int i = piece * block; i < Math.Min(cases.Length, (piece + 1) * block); i++)
                {
                    AddCase(cases[i], weights, gradient, curvature);
                }

                (gradients[piece], curvatures[piece]) = (gradient, curvature);
            },
            cancellationToken);
        var sum = new double[Width];
        var total = new double[Width * Width];
        for (int piece = 0; piece < blocks; piece++)
        {
            VectorSums.AddScaled(sum, 1, gradients[piece]);
            VectorSums.AddScaled(total, 1, curvatures[piece]);
        }

        return (sum, total);
    }

    private static void AddCase(Case one, double[] weights, double[] gradient, double[] curvature)
    {
        int count = one.Bought.Length;
        var chance = new double[count];
        double highest = double.NegativeInfinity;
        int bought = 0;
        for (int i = 0; i < count; i++)
        {
            chance[i] = Score(one.Signals.AsSpan(i * Width, Width), weights);
            highest = Math.Max(highest, chance[i]);
            bought += one.Bought[i] ? 1 : 0;
        }

        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += chance[i] = Math.Exp(chance[i] - highest);
        }

        Span<double> mean = stackalloc double[Width];
        mean.Clear();
        Span<double> signals = stackalloc double[Width];
        for (int i = 0; i < count; i++)
        {
            double p = chance[i] / sum;
            double push = (one.Bought[i] ? 1.0 / bought : 0) - p;
            for (int f = 0; f < Width; f++)
            {
                signals[f] = one.Signals[(i * Width) + f];
                mean[f] += p * signals[f];
                gradient[f] += push * signals[f];
            }

            for (int f = 0; f < Width; f++)
            {
                VectorSums.AddScaled(curvature.AsSpan(f * Width, Width), p * signals[f], signals);
            }
        }

        for (int f = 0; f < Width; f++)
        {
            VectorSums.AddScaled(curvature.AsSpan(f * Width, Width), -mean[f], mean);
        }
    }

    internal static double Score(ReadOnlySpan<float> signals, IReadOnlyList<double> weights)
    {
        double score = 0;
        for (int f = 0; f < Width; f++)
        {
            score += weights[f] * signals[f];
        }

        return score;
    }

    /// <summary>How much each signal tells the candidates of a customer apart.</summary>
    private static double[] Shares(Case[] cases, double[] weights)
    {
        var shares = new double[Width];
        for (int f = 0; f < Width; f++)
        {
            double spread = 0;
            foreach (Case one in cases)
            {
                double sum = 0, squares = 0;
                for (int i = 0; i < one.Bought.Length; i++)
                {
                    double value = one.Signals[(i * Width) + f];
                    sum += value;
                    squares += value * value;
                }

                double mean = sum / one.Bought.Length;
                spread += Math.Sqrt(Math.Max(0, (squares / one.Bought.Length) - (mean * mean)));
            }

            shares[f] = Math.Abs(weights[f]) * spread;
        }

        double total = shares.Sum();
        for (int f = 0; f < Width && total > 0; f++)
        {
            shares[f] /= total;
        }

        return shares;
    }
}
