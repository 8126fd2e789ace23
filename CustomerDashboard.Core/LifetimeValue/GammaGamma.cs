using CustomerDashboard.Core.Numerics;
using MathNet.Numerics;

namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>
/// The gamma-gamma model of spending: what a customer spends on one purchase varies around a mean of its own, and those means vary among customers. Fitted by
/// maximum likelihood on customers who bought again.
/// </summary>
/// <remarks>
/// P. Fader, B. Hardie, "The Gamma-Gamma Model of Monetary Value", 2013, equations 1a and 5. It supposes that frequency and spending do not move together:
/// <see cref="GammaGammaModel.Correlation"/> tells whether they do. O(n) a step.
/// </remarks>
public static class GammaGamma
{
    private static readonly string[] Names = ["p", "q", "v"];

    /// <summary>Fits p, q and v.</summary>
    /// <param name="frequency">Repeat purchases of each customer.</param>
    /// <param name="monetaryValue">The mean amount of a repeat purchase; not looked at where the frequency is 0.</param>
    /// <param name="options">Null: the defaults.</param>
    /// <param name="cancellationToken">Checked at every step.</param>
    /// <exception cref="ArgumentException">Fewer than two customers bought again with a positive amount, all with the same amount, or lengths differ.</exception>
    public static GammaGammaModel Fit(int[] frequency, double[] monetaryValue, PurchaseModelOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frequency);
        ArgumentNullException.ThrowIfNull(monetaryValue);
        options ??= new PurchaseModelOptions();
        options.Validate();
        if (frequency.Length != monetaryValue.Length)
        {
            throw new ArgumentException("Frequency and amount must have one value for each customer.");
        }

        int[] used = [.. Enumerable.Range(0, frequency.Length).Where(i => frequency[i] > 0 && monetaryValue[i] > 0 && double.IsFinite(monetaryValue[i]))];
        if (used.Length < 2)
        {
            throw new ArgumentException("Fewer than two customers bought again and paid for it, so nothing tells how amounts vary.");
        }

        int[] x = [.. used.Select(i => frequency[i])];
        double unit = used.Average(i => monetaryValue[i]);
        double[] mean = [.. used.Select(i => monetaryValue[i] / unit)];
        if (mean.All(m => Math.Abs(m - mean[0]) < 1e-12))
        {
            throw new ArgumentException("All customers who bought again spend the same amount, so there is no spread to learn.");
        }

        double[] logMean = [.. mean.Select(value => Math.Log(value))], logCount = [.. x.Select(count => Math.Log(count))];
        double Objective(ReadOnlySpan<double> parameters, Span<double> derivatives)
        {
            double p = parameters[0], q = parameters[1], v = parameters[2];
            double logV = Math.Log(v), logGammaQ = SpecialFunctions.GammaLn(q), digammaQ = SpecialFunctions.DiGamma(q);
            double sum = 0, byP = 0, byQ = 0, byV = 0;
            for (int i = 0; i < x.Length; i++)
            {
                double shape = p * x[i], all = shape + q, total = v + (x[i] * mean[i]), logTotal = Math.Log(total);
                sum += SpecialFunctions.GammaLn(all) - SpecialFunctions.GammaLn(shape) - logGammaQ
                    + (q * logV) + ((shape - 1) * logMean[i]) + (shape * logCount[i]) - (all * logTotal);
                double digammaAll = SpecialFunctions.DiGamma(all);
                byP += x[i] * (digammaAll - SpecialFunctions.DiGamma(shape) + logMean[i] + logCount[i] - logTotal);
                byQ += digammaAll - digammaQ + logV - logTotal;
                byV += (q / v) - (all / total);
            }

            derivatives[0] = -p * byP / x.Length;
            derivatives[1] = -q * byQ / x.Length;
            derivatives[2] = -v * byV / x.Length;
            return -sum / x.Length;
        }

        IReadOnlyList<double[]> starts = options.Start is { Count: 3 } given ? [[given[0], given[1], given[2] / unit]] : [[1, 2, 1], [6, 4, 1]];
        LikelihoodFit fit = LikelihoodFit.Run(Objective, x.Length, starts, options, null, cancellationToken);
        FittedParameter[] found = [.. Names.Select((name, i) => new FittedParameter(name, fit.Values[i] * (i == 2 ? unit : 1), fit.StandardErrors[i] * (i == 2 ? unit : 1)))];
        double logLikelihood = fit.LogLikelihood - (x.Length * Math.Log(unit));
        return new GammaGammaModel(found, logLikelihood, fit.Converged, Correlation(x, mean), x.Length, DoubtsOf(fit));
    }

    private static List<string> DoubtsOf(LikelihoodFit fit)
    {
        var doubts = new List<string>();
        if (!fit.Converged)
        {
            doubts.Add("The search for the best parameters did not settle, so the amounts are rough.");
        }

        if (fit.Values[1] <= 1)
        {
            doubts.Add("Amounts vary so widely among customers that the model has no mean amount for customers without a history.");
        }

        return doubts;
    }

    private static double Correlation(int[] x, double[] mean)
    {
        double averageX = x.Average(), averageMean = mean.Average(), both = 0, ofX = 0, ofMean = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double a = x[i] - averageX, b = mean[i] - averageMean;
            both += a * b;
            ofX += a * a;
            ofMean += b * b;
        }

        return ofX > 0 && ofMean > 0 ? both / Math.Sqrt(ofX * ofMean) : 0;
    }
}
