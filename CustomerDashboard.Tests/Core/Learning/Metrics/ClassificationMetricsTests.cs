using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Learning.Metrics;

public class ClassificationMetricsTests
{
    private static readonly double[] Scores = [0.9, 0.8, 0.7, 0.6, 0.55, 0.5];
    private static readonly bool[] Labels = [true, true, false, true, false, false];

    [Fact]
    public void A_small_case_worked_by_hand()
    {
        Assert.Equal(8.0 / 9, ClassificationMetrics.RocAuc(Scores, Labels), 1e-12);
        Assert.Equal((1 + 1 + 0.75) / 3, ClassificationMetrics.AveragePrecision(Scores, Labels), 1e-12);
        Assert.Equal(
            (0.01 + 0.04 + 0.49 + 0.16 + 0.3025 + 0.25) / 6, ClassificationMetrics.BrierScore(Scores, Labels), 1e-12);
        double loss = -(Math.Log(0.9) + Math.Log(0.8) + Math.Log(0.3) + Math.Log(0.6) + Math.Log(0.45) + Math.Log(0.5)) / 6;
        Assert.Equal(loss, ClassificationMetrics.LogLoss(Scores, Labels), 1e-12);
    }

    [Fact]
    public void Area_under_the_curve_counts_pairs() => Prop.ForAll(Cases(), sample =>
    {
        (double[] scores, bool[] labels) = sample;
        double won = 0;
        int pairs = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            for (int j = 0; j < labels.Length; j++)
            {
                if (labels[i] && !labels[j])
                {
                    pairs++;
                    won += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }

        return Math.Abs(ClassificationMetrics.RocAuc(scores, labels) - (won / pairs)) < 1e-12
            && Math.Abs(RocAucInterval.Of(scores, labels).Auc - (won / pairs)) < 1e-12;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_curve_encloses_the_area_and_only_rises() => Prop.ForAll(Cases(), sample =>
    {
        (double[] scores, bool[] labels) = sample;
        RocPoint[] curve = ClassificationMetrics.RocCurve(scores, labels);
        double area = 0;
        bool rises = curve[0] is { FalsePositiveRate: 0, TruePositiveRate: 0 } && curve[^1] is { FalsePositiveRate: 1, TruePositiveRate: 1 };
        for (int i = 1; i < curve.Length; i++)
        {
            double width = curve[i].FalsePositiveRate - curve[i - 1].FalsePositiveRate;
            area += width * (curve[i].TruePositiveRate + curve[i - 1].TruePositiveRate) / 2;
            rises &= width >= 0 && curve[i].TruePositiveRate >= curve[i - 1].TruePositiveRate && curve[i].Threshold < curve[i - 1].Threshold;
        }

        return rises && Math.Abs(area - ClassificationMetrics.RocAuc(scores, labels)) < 1e-9;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Turning_question_and_scores_round_keeps_the_area() => Prop.ForAll(Cases(), sample =>
    {
        (double[] scores, bool[] labels) = sample;
        double turned = ClassificationMetrics.RocAuc([.. scores.Select(s => 1 - s)], [.. labels.Select(l => !l)]);
        return Math.Abs(turned - ClassificationMetrics.RocAuc(scores, labels)) < 1e-12;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Confusion_counts_add_up_at_every_threshold() => Prop.ForAll(Cases(), sample =>
    {
        float[] scores = [.. sample.Scores.Select(s => (float)s)];
        return scores.Append(0).Append(2).All(threshold =>
        {
            ThresholdMetrics at = ThresholdMetrics.At(scores, sample.Labels, threshold);
            int called = scores.Count(s => s >= threshold);
            return at.Count == scores.Length && at.TruePositives + at.FalsePositives == called
                && at.TruePositives + at.FalseNegatives == sample.Labels.Count(l => l);
        });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rates_at_a_threshold_worked_by_hand()
    {
        ThresholdMetrics at = ThresholdMetrics.At([.. Scores.Select(s => (float)s)], Labels, 0.65);
        Assert.Equal(new ThresholdMetrics(0.65, 2, 1, 2, 1), at);
        Assert.Equal((4.0 / 6, 2.0 / 3, 2.0 / 3, 2.0 / 3), (at.Accuracy, at.Precision, at.Recall, at.F1));
        Assert.Equal(2.0 / 3, at.BalancedAccuracy, 1e-12);
        Assert.Equal(0, ThresholdMetrics.At([0.1f], [true], 0.5).Precision);
    }

    [Fact]
    public void Calibration_keeps_every_case_and_ties_together()
    {
        double[] scores = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.4, 0.6, 0.8, 0.9];
        bool[] labels = [false, false, true, false, false, false, true, false, true, true];
        CalibrationBin[] bins = ClassificationMetrics.Calibration(scores, labels, 5);
        Assert.Equal(10, bins.Sum(b => b.Count));
        Assert.Equal(6, bins[0].Count);
        Assert.Equal(1.0 / 6, bins[0].ObservedShare, 1e-12);
        Assert.Equal(bins.Select(b => b.MeanPredicted).Order(), bins.Select(b => b.MeanPredicted));
    }

    [Fact]
    public void The_standard_error_agrees_with_the_formula_worked_by_hand()
    {
        // Positives beat 3, 3 and 2 of 3 negatives; negatives lose to 2, 3 and 3 of 3 positives.
        RocAucInterval interval = RocAucInterval.Of(Scores, Labels);
        Assert.Equal(Math.Sqrt((1.0 / 27 / 3) + (1.0 / 27 / 3)), interval.StandardError, 1e-12);
        Assert.True(interval.Upper <= 1);
        Assert.Equal((0.0, 0.0), RocAucInterval.Compare(Scores, Scores, Labels));
    }

    [Fact]
    public void What_cannot_be_judged_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ClassificationMetrics.RocAuc([0.1, 0.2], [true, true]));
        Assert.Throws<ArgumentException>(() => ClassificationMetrics.RocAuc([0.1], [true, false]));
        Assert.Throws<ArgumentException>(() => ClassificationMetrics.BrierScore([], []));
        Assert.Throws<ArgumentException>(() => ClassificationMetrics.RocAuc([0.1, double.NaN], [true, false]));
        Assert.Throws<ArgumentException>(() => ThresholdMetrics.At([0.1f], [true, false], 0.5));
    }

    private static Arbitrary<(double[] Scores, bool[] Labels)> Cases() => Gen.Choose(1, 1_000_000).Select(seed =>
    {
        var random = new RandomSource(seed);
        int count = 2 + random.NextInt(30);
        var scores = new double[count];
        var labels = new bool[count];
        for (int i = 0; i < count; i++)
        {
            // Few distinct scores, so that ties are common.
            scores[i] = random.NextInt(6) / 8.0;
            labels[i] = i == 0 || (i > 1 && random.NextDouble() < 0.5);
        }

        return (scores, labels);
    }).ToArbitrary();
}
