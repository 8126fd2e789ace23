using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Learning.Metrics;

public class RankingAndConfusionTests
{
    [Fact]
    public void Rates_of_several_classes_equal_their_definitions() =>
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
        {
            var random = new RandomSource(seed);
            int n = 1 + random.NextInt(60);
            int[] actual = [.. Enumerable.Range(0, n).Select(_ => random.NextInt(4))];
            int[] called = [.. actual.Select(a => random.NextInt(2) == 0 ? a : random.NextInt(3))];
            ConfusionTable table = ConfusionTable.Of(actual, called, 4);
            int[] occurring = [.. actual.Union(called)];
            double Precision(int k) => Share(i => called[i] == k, i => actual[i] == k);
            double Recall(int k) => Share(i => actual[i] == k, i => called[i] == k);
            double F1(int k) => Precision(k) + Recall(k) == 0 ? 0 : 2 * Precision(k) * Recall(k) / (Precision(k) + Recall(k));

            return Near(table.Accuracy, Share(_ => true, i => actual[i] == called[i]))
                && Near(table.BalancedAccuracy, actual.Distinct().Average(Recall))
                && Near(table.MacroPrecision, occurring.Average(Precision))
                && Near(table.MacroRecall, occurring.Average(Recall))
                && Near(table.MacroF1, occurring.Average(F1))
                && Near(table.WeightedF1, actual.Average(F1))
                && Near(table.WeightedPrecision, actual.Average(Precision))
                && Near(table.WeightedRecall, table.Accuracy);

            double Share(Func<int, bool> among, Func<int, bool> which)
            {
                int[] all = [.. Enumerable.Range(0, n).Where(among)];
                return all.Length == 0 ? 0 : (double)all.Count(which) / all.Length;
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Matthews_is_the_correlation_of_answers_and_calls() =>
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
        {
            var random = new RandomSource(seed);
            int n = 4 + random.NextInt(40);
            bool[] labels = [.. Enumerable.Range(0, n).Select(_ => random.NextInt(3) == 0)];
            double[] scores = [.. labels.Select(l => random.NextDouble() + (l ? 0.3 : 0))];
            double[] x = [.. labels.Select(l => l ? 1.0 : 0)];
            double[] y = [.. scores.Select(s => s >= 0.5 ? 1.0 : 0)];
            double mx = x.Average(), my = y.Average();
            double spread = Math.Sqrt(x.Sum(v => (v - mx) * (v - mx)) * y.Sum(v => (v - my) * (v - my)));
            double expected = spread == 0 ? 0 : x.Zip(y).Sum(p => (p.First - mx) * (p.Second - my)) / spread;
            ConfusionTable table = ConfusionTable.Of([.. x.Select(v => (int)v)], [.. y.Select(v => (int)v)], 2);
            return Near(expected, ThresholdMetrics.At(scores, labels, 0.5).Matthews) && Near(expected, table.Matthews);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_steps_under_precision_and_recall_are_the_average_precision_and_gain_is_recall() =>
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
        {
            (double[] scores, bool[] labels) = Scored(seed);
            PrecisionRecallPoint[] curve = RankingCurves.PrecisionRecall(scores, labels);
            double area = 0, recall = 0;
            foreach (PrecisionRecallPoint point in curve)
            {
                ThresholdMetrics at = ThresholdMetrics.At(scores, labels, point.Threshold);
                if (!Near(at.Precision, point.Precision) || !Near(at.Recall, point.Recall))
                {
                    return false;
                }

                area += (point.Recall - recall) * point.Precision;
                recall = point.Recall;
            }

            GainPoint[] gain = RankingCurves.Gain(scores, labels);
            double share = (double)labels.Count(l => l) / labels.Length;
            return Near(area, ClassificationMetrics.AveragePrecision(scores, labels))
                && gain.Skip(1).Zip(curve).All(p => p.First.ShareFound == p.Second.Recall && Near(p.First.Lift, p.Second.Precision / share))
                && Near(RankingCurves.LiftAt(scores, labels, 1), 1)
                && gain.Skip(1).All(g => Near(RankingCurves.LiftAt(scores, labels, g.ShareContacted), g.Lift));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Ties_at_the_edge_of_a_share_count_in_proportion() =>
        Assert.Equal(1 / 0.5, RankingCurves.LiftAt([0.9, 0.5, 0.5, 0.1], [true, false, true, false], 0.25), 1e-12);

    [Fact]
    public void A_brier_score_is_the_sum_of_its_parts() =>
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
        {
            (double[] scores, bool[] labels) = Scored(seed);
            BrierDecomposition parts = BrierDecomposition.Of(scores, labels, 1000);
            BrierDecomposition one = BrierDecomposition.Of(scores, labels, 1);
            return Near(parts.WithinBins, 0) && Near(parts.Score, parts.Reliability - parts.Resolution + parts.Uncertainty)
                && Near(one.Resolution, 0) && parts.Reliability >= 0 && parts.Resolution >= 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Reliability_bins_count_every_case_and_their_distance_is_the_error()
    {
        CalibrationBin[] bins = ReliabilityBins.EqualWidth([0.05, 0.15, 0.12, 0.95, 1.0], [false, true, false, true, true]);
        Assert.Equal([1, 2, 2], bins.Select(b => b.Count));
        Assert.Equal(((1 * 0.05) + (2 * 0.365) + (2 * 0.025)) / 5, ReliabilityBins.ExpectedError(bins), 1e-12);
        Assert.Throws<ArgumentException>(() => ReliabilityBins.EqualWidth([1.2], [true]));
    }

    [Fact]
    public void Probabilities_of_classes_are_judged_by_their_definitions()
    {
        var shares = new Matrix(3, 3, [0.7, 0.2, 0.1, 0.1, 0.3, 0.6, 0.3, 0.4, 0.3]);
        int[] actual = [0, 2, 0];
        Assert.Equal(-(Math.Log(0.7) + Math.Log(0.6) + Math.Log(0.3)) / 3, MulticlassMetrics.LogLoss(shares, actual), 1e-12);
        double brier = (0.09 + 0.04 + 0.01 + 0.01 + 0.09 + 0.16 + 0.49 + 0.16 + 0.09) / 3;
        Assert.Equal(brier, MulticlassMetrics.BrierScore(shares, actual), 1e-12);
        Assert.Equal([0, 2, 1], MulticlassMetrics.MostProbable(shares));

        // Class 0: .7 and .3 against .1; class 2: .6 against .1 and .3; class 1 does not occur.
        Assert.Equal(1, MulticlassMetrics.MacroRocAuc(shares, actual), 1e-12);
        Assert.Throws<ArgumentException>(() => MulticlassMetrics.LogLoss(shares, [0, 1, 3]));
    }

    private static (double[] Scores, bool[] Labels) Scored(int seed)
    {
        var random = new RandomSource(seed);
        int n = 3 + random.NextInt(50);
        bool[] labels = [.. Enumerable.Range(0, n).Select(i => i == 0 || (i != 1 && random.NextInt(3) == 0))];
        return ([.. labels.Select(_ => random.NextInt(12) / 12.0)], labels);
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-9;
}
