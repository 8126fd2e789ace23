using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Learning.Metrics;

public class BootstrapAndProfitTests
{
    [Fact]
    public void The_error_of_a_mean_is_what_the_textbook_says()
    {
        var random = new RandomSource(4);
        double[] values = [.. Enumerable.Range(0, 400).Select(_ => 10 + random.NextGaussian())];
        MetricInterval interval = Bootstrap.Interval((NumericMetric)((p, _) => Mean(p)), values, values, new BootstrapOptions { Resamples = 4000 });
        double deviation = Math.Sqrt(values.Sum(v => (v - values.Average()) * (v - values.Average())) / 400);
        Assert.Equal(values.Average(), interval.Value, 1e-12);
        Assert.Equal(deviation / 20, interval.StandardError, 0.003);
        Assert.Equal(interval.Value + (1.96 * deviation / 20), interval.Upper, 0.01);
        Assert.Equal(interval.Value - (1.96 * deviation / 20), interval.Lower, 0.01);
    }

    [Fact]
    public void The_interval_of_an_area_agrees_with_delong_and_not_with_the_threads()
    {
        var random = new RandomSource(9);
        bool[] labels = [.. Enumerable.Range(0, 500).Select(_ => random.NextInt(3) == 0)];
        double[] scores = [.. labels.Select(l => random.NextGaussian() + (l ? 1 : 0))];
        MetricInterval alone = Bootstrap.Interval(ClassificationMetrics.RocAuc, scores, labels, new BootstrapOptions { DegreeOfParallelism = 1 });
        Assert.Equal(alone, Bootstrap.Interval(ClassificationMetrics.RocAuc, scores, labels, new BootstrapOptions { DegreeOfParallelism = 4 }));
        RocAucInterval exact = RocAucInterval.Of(scores, labels);
        Assert.Equal(exact.StandardError, alone.StandardError, 0.002);
        Assert.Equal(exact.Lower, alone.Lower, 0.008);
        Assert.Equal(exact.Upper, alone.Upper, 0.008);
    }

    [Fact]
    public void Resamples_without_the_figure_are_left_out()
    {
        MetricInterval interval = Bootstrap.Interval(
            ClassificationMetrics.RocAuc, [0.1, 0.2, 0.9], [false, false, true], new BootstrapOptions { Stratified = false, Resamples = 200 });
        Assert.InRange(interval.Resamples, 20, 199);
        Assert.Equal(1, interval.Lower);
    }

    [Fact]
    public void The_best_threshold_is_the_best_of_all() =>
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
        {
            var random = new RandomSource(seed);
            int n = 2 + random.NextInt(40);
            bool[] labels = [.. Enumerable.Range(0, n).Select(_ => random.NextInt(3) == 0)];
            double[] scores = [.. labels.Select(l => random.NextInt(10) / 10.0)];
            var options = new ProfitOptions
            {
                Margin = 10 * random.NextDouble(),
                ContactCost = 2 * random.NextDouble(),
                OfferCost = 3 * random.NextDouble(),
                Acceptance = random.NextDouble(),
                WastedAcceptance = random.NextDouble() / 3,
                Budget = random.NextInt(2) == 0 ? null : 20 * random.NextDouble(),
                Bootstrap = new BootstrapOptions { Resamples = 20 },
            };
            ProfitCurve curve = ProfitCurve.Of(scores, labels, options);
            double best = 0;
            foreach (double threshold in scores)
            {
                int[] contacted = [.. Enumerable.Range(0, n).Where(i => scores[i] >= threshold)];
                double yes = contacted.Count(i => labels[i]);
                double taken = (options.Acceptance * yes) + (options.WastedAcceptance * (contacted.Length - yes));
                double cost = (options.ContactCost * contacted.Length) + (options.OfferCost * taken);
                if (cost <= (options.Budget ?? double.PositiveInfinity))
                {
                    best = Math.Max(best, (options.Acceptance * yes * options.Margin) - cost);
                }
            }

            return Math.Abs(best - curve.Best.Profit) < 1e-9
                && Math.Abs(curve.ProfitInterval!.Value.Value - curve.Best.Profit) < 1e-9
                && curve.Best.Contacts == scores.Count(s => s >= curve.Best.Threshold)
                && curve.Affordable.Cost <= (options.Budget ?? double.PositiveInfinity);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Calibrated_probabilities_are_contacted_down_to_break_even()
    {
        // 0.2 x (20 - 5) - 1 for a yes, -1 for a no: contacting pays from a probability of 1 / 3 on.
        var options = new ProfitOptions { Margin = 20, OfferCost = 5, Acceptance = 0.2, ContactCost = 1 };
        ProfitCurve curve = ProfitCurve.Expect([0.9, 0.5, 0.34, 0.33, 0.1], options);
        Assert.Equal(1 / 3.0, options.BreakEvenProbability, 1e-12);
        Assert.Equal(3, curve.Best.Contacts);
        Assert.Equal((3 * 1.74) - 3, curve.Best.Profit, 1e-12);
        Assert.Null(curve.ProfitInterval);
        Assert.Equal(0, ProfitCurve.Expect([0.9], options with { Acceptance = 0 }).Best.Contacts);
        Assert.Equal(double.PositiveInfinity, (options with { Acceptance = 0 }).BreakEvenProbability);
        Assert.Equal(2, ProfitCurve.Expect([0.9, 0.5, 0.34], options with { Budget = 3.5 }).Affordable.Contacts);
        Assert.Throws<ArgumentException>(() => ProfitCurve.Expect([1.5], options));
        Assert.Throws<ArgumentOutOfRangeException>(() => (options with { ContactCost = -1 }).Validate());
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }
}
