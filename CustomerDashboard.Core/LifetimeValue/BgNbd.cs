using CustomerDashboard.Core.Numerics;
using MathNet.Numerics;

namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>
/// The beta-geometric model of buying (BG/NBD): customers buy at random with a gamma distributed rate, and after each repeat purchase leave for good with a
/// beta distributed chance. Fitted by maximum likelihood with exact derivatives.
/// </summary>
/// <remarks>
/// P. Fader, B. Hardie, K. Lee, "Counting Your Customers the Easy Way: An Alternative to the Pareto/NBD Model", Marketing Science 24(2), 2005: equation 6 is the
/// likelihood, 9 and 10 the expectations. O(n) a step for n distinct histories.
/// </remarks>
public static class BgNbd
{
    private static readonly string[] Names = ["r", "alpha", "a", "b"];

    /// <summary>Fits r, alpha, a and b.</summary>
    /// <param name="counts">Histories; the unit of time becomes that of the model.</param>
    /// <param name="options">Null: the defaults.</param>
    /// <param name="progress">Told before each start.</param>
    /// <param name="cancellationToken">Checked at every step.</param>
    /// <exception cref="ArgumentException">The data cannot support the model, in words.</exception>
    public static BgNbdModel Fit(
        PurchaseCounts counts, PurchaseModelOptions? options = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        options ??= new PurchaseModelOptions();
        options.Validate();
        PurchaseData.RequireLearnable(counts);
        double unit = PurchaseData.TypicalGap(counts);
        var groups = new FrequencyGroups(counts);
        double[] recency = [.. groups.Recency.Select(t => t / unit)], age = [.. groups.Age.Select(t => t / unit)];
        double[] powers = new double[groups.Frequencies.Length];
        var terms = new double[4 * groups.Frequencies.Length];

        double Objective(ReadOnlySpan<double> parameters, Span<double> derivatives)
        {
            double r = parameters[0], alpha = parameters[1], a = parameters[2], b = parameters[3];
            PrepareTerms(groups.Frequencies, r, alpha, a, b, powers, terms);
            double value = groups.Mean(4, derivatives, options.DegreeOfParallelism, (i, group, sums) =>
            {
                int x = groups.Frequencies[group];
                double atEnd = alpha + age[i], weight = groups.Weight[i];
                double logEnd = -(r + x) * Math.Log(atEnd);
                double left = 0, log = logEnd, rate = Math.Log(atEnd), perAlpha = (r + x) / atEnd;
                if (x > 0)
                {
                    double atLast = alpha + recency[i];
                    double logLast = Math.Log(a / (b + x - 1)) - ((r + x) * Math.Log(atLast));
                    double most = Math.Max(logEnd, logLast);
                    double end = Math.Exp(logEnd - most), last = Math.Exp(logLast - most);
                    log = most + Math.Log(end + last);
                    left = last / (end + last);
                    rate = ((1 - left) * Math.Log(atEnd)) + (left * Math.Log(atLast));
                    perAlpha = (r + x) * (((1 - left) / atEnd) + (left / atLast));
                }

                int at = 4 * group;
                sums[0] -= weight * r * (terms[at] - rate);
                sums[1] -= weight * (r - (alpha * perAlpha));
                sums[2] -= weight * a * (terms[at + 1] + (left / a));
                sums[3] -= weight * b * (terms[at + 2] - (x > 0 ? left / (b + x - 1) : 0));
                return -(powers[group] + log);
            });
            return value;
        }

        IReadOnlyList<double[]> starts = options.Start is { } given
            ? [StartFrom(given, unit), [1, 1, 1, 1], [0.3, 0.5, 0.3, 3]]
            : [[1, 1, 1, 1], [0.3, 0.5, 0.3, 3]];
        LikelihoodFit fit = LikelihoodFit.Run(Objective, counts.Count, starts, options, progress, cancellationToken);
        var parameters = new FittedParameter[4];
        for (int p = 0; p < 4; p++)
        {
            double scale = p == 1 ? unit : 1;
            parameters[p] = new FittedParameter(Names[p], fit.Values[p] * scale, fit.StandardErrors[p] * scale);
        }

        // Dividing time by the unit multiplied the density of each repeat purchase by it.
        double logLikelihood = fit.LogLikelihood - (counts.Frequency.Sum(x => (double)x) * Math.Log(unit));
        return new BgNbdModel(parameters, logLikelihood, fit.Converged, PurchaseData.DoubtsOf(fit, counts, Names));
    }

    /// <summary>The parts of the log-likelihood and of its derivatives by r, a and b that depend on the frequency alone.</summary>
    private static void PrepareTerms(int[] frequencies, double r, double alpha, double a, double b, double[] powers, double[] terms)
    {
        double logGammaR = SpecialFunctions.GammaLn(r), digammaR = SpecialFunctions.DiGamma(r), logAlpha = Math.Log(alpha);
        double logBeta = SpecialFunctions.GammaLn(a + b) - SpecialFunctions.GammaLn(b);
        double digammaAb = SpecialFunctions.DiGamma(a + b), digammaB = SpecialFunctions.DiGamma(b);
        for (int g = 0; g < frequencies.Length; g++)
        {
            int x = frequencies[g];
            double digammaAbx = SpecialFunctions.DiGamma(a + b + x);
            powers[g] = SpecialFunctions.GammaLn(r + x) - logGammaR + (r * logAlpha)
                + logBeta + SpecialFunctions.GammaLn(b + x) - SpecialFunctions.GammaLn(a + b + x);
            terms[4 * g] = SpecialFunctions.DiGamma(r + x) - digammaR + logAlpha;
            terms[(4 * g) + 1] = digammaAb - digammaAbx;
            terms[(4 * g) + 2] = digammaAb + SpecialFunctions.DiGamma(b + x) - digammaB - digammaAbx;
        }
    }

    private static double[] StartFrom(IReadOnlyList<double> given, double unit) => given.Count == 4
        ? [given[0], given[1] / unit, given[2], given[3]]
        : throw new ArgumentException($"This model has four parameters to start from, not {given.Count}.");
}
