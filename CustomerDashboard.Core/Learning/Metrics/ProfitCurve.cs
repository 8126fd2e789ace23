using System.Globalization;

namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>
/// Expected profit against how many are contacted, the best ranked first, and the threshold at which it is greatest. Customers of equal score are
/// contacted together or not at all.
/// </summary>
/// <remarks>
/// T. Verbraken, W. Verbeke, B. Baesens, "A novel profit maximizing metric for measuring classification performance of customer churn prediction
/// models", 2013. O(n log n), and once more per resample.
/// </remarks>
public sealed class ProfitCurve
{
    private ProfitCurve(ProfitPoint[] points, ProfitOptions options)
    {
        Points = points;
        Options = options;
        Best = points[0];
        foreach (ProfitPoint point in points)
        {
            if (point.Cost > (options.Budget ?? double.PositiveInfinity))
            {
                break;
            }

            Affordable = point;
            Best = point.Profit > Best.Profit ? point : Best;
        }
    }

    /// <summary>What was assumed.</summary>
    public ProfitOptions Options { get; }

    /// <summary>From contacting nobody to contacting all; beyond the budget too.</summary>
    public IReadOnlyList<ProfitPoint> Points { get; }

    /// <summary>The greatest profit within the budget; contacting nobody where nothing pays. Of equal profits the fewest contacts.</summary>
    public ProfitPoint Best { get; }

    /// <summary>The most contacts within the budget.</summary>
    public ProfitPoint Affordable { get; }

    /// <summary>
    /// The profit at the best threshold with its sampling error over these customers; null where answers are not known. The threshold was chosen on
    /// the same customers, so that others may bring a little less.
    /// </summary>
    public MetricInterval? ProfitInterval { get; private init; }

    /// <summary>The curve over customers whose answers are known: a hold-out, or a later period.</summary>
    /// <exception cref="ArgumentException">No case, a score that is not finite, or lengths that differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static ProfitCurve Of(
        ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, ProfitOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new ProfitOptions();
        options.Validate();
        ClassificationMetrics.RequireUsable(scores, labels);
        var yes = new double[labels.Length];
        for (int i = 0; i < yes.Length; i++)
        {
            yes[i] = labels[i] ? 1 : 0;
        }

        var curve = new ProfitCurve(Walk(scores, yes, options), options);
        double threshold = curve.Best.Threshold;
        MetricInterval interval = Bootstrap.Interval(
            (NumericMetric)((drawn, answers) => ProfitAt(drawn, answers, threshold, options)), scores, yes, options.Bootstrap, cancellationToken);
        return new ProfitCurve([.. curve.Points], options) { ProfitInterval = interval };
    }

    /// <summary>The curve over customers whose answers are yet to come, taking their probabilities at their word: calibrate them first.</summary>
    /// <exception cref="ArgumentException">No case, or a value that is not a probability.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static ProfitCurve Expect(ReadOnlySpan<double> probabilities, ProfitOptions? options = null)
    {
        options ??= new ProfitOptions();
        options.Validate();
        if (probabilities.IsEmpty)
        {
            throw new ArgumentException("There is no customer to contact.", nameof(probabilities));
        }

        foreach (double probability in probabilities)
        {
            if (!(probability >= 0 && probability <= 1))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"{probability} is not a probability."), nameof(probabilities));
            }
        }

        return new ProfitCurve(Walk(probabilities, probabilities, options), options);
    }

    private static ProfitPoint[] Walk(ReadOnlySpan<double> scores, ReadOnlySpan<double> yes, ProfitOptions options)
    {
        double[] sorted = scores.ToArray();
        double[] shares = yes.ToArray();
        Array.Sort(sorted, shares);
        var points = new List<ProfitPoint> { new(double.PositiveInfinity, 0, 0, 0, 0) };
        double found = 0;
        for (int i = sorted.Length - 1; i >= 0; i--)
        {
            found += shares[i];
            if (i == 0 || sorted[i - 1] != sorted[i])
            {
                int contacts = sorted.Length - i;
                double taken = (options.Acceptance * found) + (options.WastedAcceptance * (contacts - found));
                double cost = (options.ContactCost * contacts) + (options.OfferCost * taken);
                points.Add(new ProfitPoint(sorted[i], contacts, found, cost, (options.Margin * options.Acceptance * found) - cost));
            }
        }

        return [.. points];
    }

    private static double ProfitAt(ReadOnlySpan<double> scores, ReadOnlySpan<double> yes, double threshold, ProfitOptions options)
    {
        double profit = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            if (scores[i] >= threshold)
            {
                profit += (yes[i] * options.ProfitOfYes) + ((1 - yes[i]) * options.ProfitOfNo);
            }
        }

        return profit;
    }
}
