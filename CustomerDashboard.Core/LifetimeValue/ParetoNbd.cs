using CustomerDashboard.Core.Numerics;
using MathNet.Numerics;

namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>
/// The Pareto/NBD model of buying: customers buy at random with a gamma distributed rate and leave for good after a lifetime that is exponential with a gamma
/// distributed rate of its own. Fitted by maximum likelihood with exact derivatives.
/// </summary>
/// <remarks>
/// D. Schmittlein, D. Morrison, R. Colombo, "Counting Your Customers: Who Are They and What Will They Do Next?", Management Science 33(1), 1987; the likelihood
/// as an integral over the time of leaving as in P. Fader, B. Hardie, "A Note on Deriving the Pareto/NBD Model and Related Expressions", 2005. O(40 n) a step.
/// </remarks>
public static class ParetoNbd
{
    private static readonly string[] Names = ["r", "alpha", "s", "beta"];

    /// <summary>Fits r, alpha, s and beta.</summary>
    /// <param name="counts">Histories; the unit of time becomes that of the model.</param>
    /// <param name="options">Null: the defaults.</param>
    /// <param name="progress">Told before each start.</param>
    /// <param name="cancellationToken">Checked at every step.</param>
    /// <exception cref="ArgumentException">The data cannot support the model, in words.</exception>
    public static ParetoNbdModel Fit(
        PurchaseCounts counts, PurchaseModelOptions? options = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        options ??= new PurchaseModelOptions();
        options.Validate();
        PurchaseData.RequireLearnable(counts);
        double unit = PurchaseData.TypicalGap(counts);
        var groups = new FrequencyGroups(counts);
        double[] recency = [.. groups.Recency.Select(t => t / unit)], age = [.. groups.Age.Select(t => t / unit)];
        var powers = new double[groups.Frequencies.Length];
        var digammas = new double[groups.Frequencies.Length];

        double Objective(ReadOnlySpan<double> parameters, Span<double> derivatives)
        {
            double r = parameters[0], alpha = parameters[1], s = parameters[2], beta = parameters[3];
            double logAlpha = Math.Log(alpha), logBeta = Math.Log(beta), logS = Math.Log(s);
            double logGammaR = SpecialFunctions.GammaLn(r), digammaR = SpecialFunctions.DiGamma(r);
            for (int g = 0; g < powers.Length; g++)
            {
                powers[g] = SpecialFunctions.GammaLn(r + groups.Frequencies[g]) - logGammaR + (r * logAlpha) + (s * logBeta);
                digammas[g] = SpecialFunctions.DiGamma(r + groups.Frequencies[g]) - digammaR + logAlpha;
            }

            return groups.Mean(4, derivatives, options.DegreeOfParallelism, (i, group, sums) =>
            {
                double rate = r + groups.Frequencies[group], weight = groups.Weight[i];
                double endAlpha = alpha + age[i], endBeta = beta + age[i];
                double logEndAlpha = Math.Log(endAlpha), logEndBeta = Math.Log(endBeta);
                double log = -(rate * logEndAlpha) - (s * logEndBeta);
                double left = 0;
                LifetimeMoments gone = default;
                if (age[i] > recency[i])
                {
                    gone = LifetimeIntegral.Of(rate, alpha, s + 1, beta, recency[i], age[i]);
                    double logLeft = logS + gone.Log, most = Math.Max(log, logLeft);
                    double alive = Math.Exp(log - most), dead = Math.Exp(logLeft - most);
                    log = most + Math.Log(alive + dead);
                    left = dead / (alive + dead);
                }

                double here = 1 - left;
                sums[0] -= weight * r * (digammas[group] - (here * logEndAlpha) - (left * gone.MeanLogAlpha));
                sums[1] -= weight * alpha * ((r / alpha) - (rate * ((here / endAlpha) + (left * gone.MeanInverseAlpha))));
                sums[2] -= weight * s * (logBeta - (here * logEndBeta) + (left * ((1 / s) - gone.MeanLogBeta)));
                sums[3] -= weight * beta * ((s / beta) - (here * s / endBeta) - (left * (s + 1) * gone.MeanInverseBeta));
                return -(powers[group] + log);
            });
        }

        double span = counts.Age.Max() / unit;
        IReadOnlyList<double[]> starts = options.Start is { } given
            ? [StartFrom(given, unit), [0.6, 1, 0.6, span], [1, 2, 0.3, span / 4]]
            : [[0.6, 1, 0.6, span], [1, 2, 0.3, span / 4]];
        LikelihoodFit fit = LikelihoodFit.Run(Objective, counts.Count, starts, options, progress, cancellationToken);
        var parameters = new FittedParameter[4];
        for (int p = 0; p < 4; p++)
        {
            double scale = p is 1 or 3 ? unit : 1;
            parameters[p] = new FittedParameter(Names[p], fit.Values[p] * scale, fit.StandardErrors[p] * scale);
        }

        double logLikelihood = fit.LogLikelihood - (counts.Frequency.Sum(x => (double)x) * Math.Log(unit));
        return new ParetoNbdModel(parameters, logLikelihood, fit.Converged, PurchaseData.DoubtsOf(fit, counts, Names));
    }

    private static double[] StartFrom(IReadOnlyList<double> given, double unit) => given.Count == 4
        ? [given[0], given[1] / unit, given[2], given[3] / unit]
        : throw new ArgumentException($"This model has four parameters to start from, not {given.Count}.");
}
