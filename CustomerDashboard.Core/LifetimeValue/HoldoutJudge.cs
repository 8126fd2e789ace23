using System.Diagnostics;
using System.Globalization;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>Lets the models of buying, boosted trees and the run-rate foretell the days held out, and compares them with what happened.</summary>
internal sealed class HoldoutJudge(PurchaseDays days, int cutoff, int seed)
{
    internal const string BoostedTrees = "Boosted trees";
    internal const string RunRate = "Run-rate";

    private static readonly (int Least, int? Most)[] BandLimits = [(0, 0), (1, 1), (2, 2), (3, 3), (4, 5), (6, 9), (10, 19), (20, null)];

    private readonly PurchaseSnapshot _known = days.Until(cutoff);
    private readonly int _horizon = days.LastDay - cutoff;

    /// <summary>The models fitted on what was known; their parameters are good starting points for all data.</summary>
    public BgNbdModel? Bg { get; private set; }

    public ParetoNbdModel? Pareto { get; private set; }

    /// <exception cref="ArgumentException">What was known at the cut-off cannot support a model.</exception>
    public HoldoutRace Run(CancellationToken cancellationToken)
    {
        double[] actual = days.CountBetween(_known.Customers, cutoff, days.LastDay);
        var clock = Stopwatch.StartNew();
        Bg = BgNbd.Fit(_known.Counts, cancellationToken: cancellationToken);
        double bgSeconds = clock.Elapsed.TotalSeconds;
        clock.Restart();
        Pareto = ParetoNbd.Fit(_known.Counts, cancellationToken: cancellationToken);
        double paretoSeconds = clock.Elapsed.TotalSeconds;
        var contenders = new List<HoldoutContender>
        {
            Judge(Bg.Name, bgSeconds, Expect(Bg), actual),
            Judge(Pareto.Name, paretoSeconds, Expect(Pareto), actual),
            Judge(RunRate, 0, RunRates(), actual),
        };
        clock.Restart();
        if (Boosted(cancellationToken) is { } boosted)
        {
            contenders.Add(Judge(BoostedTrees, clock.Elapsed.TotalSeconds, boosted, actual));
        }

        HoldoutContender[] ranked = [.. contenders.OrderBy(contender => contender.MeanAbsoluteError).ThenBy(contender => contender.Name, StringComparer.Ordinal)];
        return new HoldoutRace
        {
            Cutoff = DateOnly.FromDayNumber(cutoff),
            End = DateOnly.FromDayNumber(days.LastDay),
            Customers = actual.Length,
            ActualPurchases = actual.Sum(),
            Contenders = ranked,
            Verdict = VerdictOn(ranked),
            Weeks = Weeks(Bg, Pareto),
            Bands = Bands(ranked, actual),
        };
    }

    private double[] Expect(IPurchaseModel model)
    {
        var expected = new double[_known.Customers.Length];
        ParallelWork.Run((expected.Length + 255) / 256, null, piece =>
        {
            int end = Math.Min(expected.Length, (piece + 1) * 256);
            for (int i = piece * 256; i < end; i++)
            {
                expected[i] = model.ExpectedPurchases(_horizon, _known.Counts.Frequency[i], _known.Counts.Recency[i], _known.Counts.Age[i]);
            }
        }, CancellationToken.None);
        return expected;
    }

    /// <summary>Everyone goes on as before: repeat purchases a day since the first one.</summary>
    private double[] RunRates() =>
        [.. _known.Counts.Frequency.Select((x, i) => _known.Counts.Age[i] > 0 ? x / _known.Counts.Age[i] * _horizon : 0)];

    /// <summary>Learned one period earlier, from what was known then and bought in the days up to the cut-off; null where that leaves too few.</summary>
    private double[]? Boosted(CancellationToken cancellationToken)
    {
        int earlier = cutoff - _horizon;
        PurchaseSnapshot before = days.Until(earlier);
        if (earlier <= days.FirstDay || before.Customers.Length < 100)
        {
            return null;
        }

        double[] targets = days.CountBetween(before.Customers, earlier, cutoff);
        var options = new GradientBoostedTreesOptions { Loss = BoostingLoss.Tweedie, TweediePower = 1.2, Seed = seed };
        GradientBoostedTreesRegressorModel model = GradientBoostedTreesRegressor.Fit(Features(before, earlier), targets, options, cancellationToken: cancellationToken);
        return model.Predict(Features(_known, cutoff));
    }

    private Matrix Features(PurchaseSnapshot known, int day)
    {
        var features = new Matrix(known.Customers.Length, 6);
        for (int i = 0; i < known.Customers.Length; i++)
        {
            double age = known.Counts.Age[i];
            Span<double> row = features.Row(i);
            row[0] = known.Counts.Frequency[i];
            row[1] = age - known.Counts.Recency[i];
            row[2] = age;
            row[3] = known.MonetaryValue[i];
            int late = 0, year = 0;
            foreach (int bought in days.Days(known.Customers[i]))
            {
                late += bought <= day && bought > day - _horizon ? 1 : 0;
                year += bought <= day && bought > day - 365 ? 1 : 0;
            }

            row[4] = late;
            row[5] = year;
        }

        return features;
    }

    private static HoldoutContender Judge(string name, double seconds, double[] expected, double[] actual)
    {
        RegressionSummary summary = RegressionSummary.Of(expected, actual);
        return new HoldoutContender(name, summary.MeanAbsoluteError, summary.RootMeanSquaredError, expected.Sum(), summary.Spearman, seconds, expected);
    }

    private static string VerdictOn(HoldoutContender[] ranked)
    {
        HoldoutContender best = ranked[0], runRate = ranked.First(contender => contender.Name == RunRate);
        string error = Number(best.MeanAbsoluteError);
        if (best == runRate)
        {
            return $"No model beats the plain run-rate: going on as before misses by {error} purchases a customer, the next best ({ranked[1].Name}) by {Number(ranked[1].MeanAbsoluteError)}.";
        }

        double gain = 1 - (best.MeanAbsoluteError / runRate.MeanAbsoluteError);
        return $"{best.Name} came nearest: it misses by {error} purchases a customer, {(100 * gain).ToString("0", CultureInfo.InvariantCulture)}% less than the run-rate ({Number(runRate.MeanAbsoluteError)}).";
    }

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private List<FrequencyBand> Bands(HoldoutContender[] ranked, double[] actual)
    {
        var bands = new List<FrequencyBand>();
        foreach ((int least, int? most) in BandLimits)
        {
            int[] members = [.. Enumerable.Range(0, actual.Length).Where(i => _known.Counts.Frequency[i] >= least && _known.Counts.Frequency[i] <= (most ?? int.MaxValue))];
            if (members.Length > 0)
            {
                bands.Add(new FrequencyBand(
                    least, most, members.Length, members.Average(i => actual[i]), [.. ranked.Select(contender => members.Average(i => contender.Expected[i]))]));
            }
        }

        return bands;
    }

    private List<TrackingWeek> Weeks(BgNbdModel bg, ParetoNbdModel pareto)
    {
        int span = days.LastDay - days.FirstDay;
        double[] newcomers = new double[span + 1], repeats = new double[span + 1];
        foreach (int customer in _known.Customers)
        {
            ReadOnlySpan<int> bought = days.Days(customer);
            newcomers[bought[0] - days.FirstDay]++;
            foreach (int day in bought[1..])
            {
                repeats[day - days.FirstDay]++;
            }
        }

        double[] ofBg = Cumulative(bg, newcomers), ofPareto = Cumulative(pareto, newcomers);
        var weeks = new List<TrackingWeek>();
        // Counted back from the cut-off, so that no week is half known and half held out.
        int offset = (cutoff - days.FirstDay) % 7;
        int from = offset - 7 < 0 ? -1 : offset - 7;
        for (int to = offset; to <= span; from = to, to += 7)
        {
            double actual = 0;
            for (int day = from + 1; day <= to; day++)
            {
                actual += repeats[day];
            }

            weeks.Add(new TrackingWeek(
                DateOnly.FromDayNumber(days.FirstDay + to),
                days.FirstDay + to > cutoff,
                actual,
                ofBg[to] - (from >= 0 ? ofBg[from] : 0),
                ofPareto[to] - (from >= 0 ? ofPareto[from] : 0)));
        }

        return weeks;
    }

    /// <summary>Repeat purchases expected from the first day up to each day, of customers who came on their days.</summary>
    private static double[] Cumulative(IPurchaseModel model, double[] newcomers)
    {
        var byAge = new double[newcomers.Length];
        for (int age = 1; age < byAge.Length; age++)
        {
            byAge[age] = model.ExpectedPurchasesOfNewcomer(age);
        }

        var total = new double[newcomers.Length];
        for (int day = 0; day < total.Length; day++)
        {
            for (int born = 0; born <= day; born++)
            {
                total[day] += newcomers[born] * byAge[day - born];
            }
        }

        return total;
    }
}
