using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction.Judging;

namespace CustomerDashboard.Tests.Core.Prediction.Judging;

public class BinaryJudgeTests
{
    private static readonly Resamples Samples = new(42);

    private static (double[] Scores, bool[] Labels) Cases(int seed, int count = 300, bool ties = true)
    {
        var random = new RandomSource(seed);
        var labels = new bool[count];
        var scores = new double[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = random.NextDouble() < 0.3;
            double score = Math.Clamp((labels[i] ? 0.6 : 0.4) + (0.2 * random.NextGaussian()), 0.1, 0.9);
            scores[i] = ties ? Math.Round(score, 1) : score;
        }

        return (scores, labels);
    }

    [Fact]
    public void A_case_worked_by_hand()
    {
        // From the highest: yes, no, yes, no and so on down; threshold .5 calls the first three.
        double[] scores = [.9, .8, .7, .4, .3, .2, .15, .1, .05, .01];
        bool[] labels = [true, false, true, false, true, false, false, false, false, false];
        BinaryJudgement judged = BinaryJudge.Judge(scores, labels, 7, 0.5, Samples);
        Assert.Equal((10, 3, 7), (judged.Customers, judged.Positives, judged.TrainedOn));
        Assert.Equal(0.8, judged.Accuracy.Value, 1e-12);
        Assert.Equal(2.0 / 3, judged.Precision.Value, 1e-12);
        Assert.Equal(2.0 / 3, judged.Recall.Value, 1e-12);
        Assert.Equal(2.0 / 3, judged.F1.Value, 1e-12);
        Assert.Equal(((2.0 / 3) + (6.0 / 7)) / 2, judged.BalancedAccuracy.Value, 1e-12);
        Assert.Equal((1 + (2.0 / 3) + (3.0 / 5)) / 3, judged.AveragePrecision.Value, 1e-12);
        Assert.Equal(18.0 / 21, judged.RocAuc.Value, 1e-12);
        Assert.Equal(1 / 0.3, judged.LiftTopTenth.Value, 1e-9);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void The_figures_are_those_of_the_metrics(int seed)
    {
        (double[] scores, bool[] labels) = Cases(seed);
        BinaryJudgement judged = BinaryJudge.Judge(scores, labels, 1, 0.5, Samples);
        ThresholdMetrics at = ThresholdMetrics.At(scores, labels, 0.5);
        Assert.Equal(at, judged.AtThreshold);
        Assert.Equal(at.Accuracy, judged.Accuracy.Value, 1e-12);
        Assert.Equal(at.F1, judged.F1.Value, 1e-12);
        Assert.Equal(at.BalancedAccuracy, judged.BalancedAccuracy.Value, 1e-12);
        Assert.Equal(ClassificationMetrics.AveragePrecision(scores, labels), judged.AveragePrecision.Value, 1e-12);
        Assert.Equal(ClassificationMetrics.LogLoss(scores, labels), judged.LogLoss.Value, 1e-9);
        Assert.Equal(ClassificationMetrics.BrierScore(scores, labels), judged.BrierScore.Value, 1e-12);
        foreach (JudgedValue value in (JudgedValue[])[judged.Accuracy, judged.F1, judged.RocAuc, judged.AveragePrecision, judged.LogLoss, judged.LiftTopTenth])
        {
            Assert.InRange(value.Value, value.Lower, value.Upper);
            Assert.True(value.Upper - value.Lower > 0.001);
        }
    }

    [Fact]
    public void The_opposite_question_has_the_same_ranking_and_the_mirrored_matrix()
    {
        (double[] scores, bool[] labels) = Cases(5, ties: false);
        BinaryJudgement judged = BinaryJudge.Judge(scores, labels, 1, 0.5, Samples);
        BinaryJudgement opposite = BinaryJudge.Complement(judged, 0.5, Samples);
        Assert.Equal(judged.RocAuc, opposite.RocAuc);
        Assert.Equal(judged.BrierScore, opposite.BrierScore);
        Assert.Equal(judged.Accuracy.Value, opposite.Accuracy.Value, 1e-12);
        Assert.Equal(judged.AtThreshold.TruePositives, opposite.AtThreshold.TrueNegatives);
        Assert.Equal(judged.AtThreshold.FalsePositives, opposite.AtThreshold.FalseNegatives);
        Assert.Equal(judged.Customers - judged.Positives, opposite.Positives);
    }

    [Fact]
    public void An_interval_narrows_with_the_root_of_the_customers()
    {
        double Width(int count)
        {
            (double[] scores, bool[] labels) = Cases(9, count);
            JudgedValue precision = BinaryJudge.Judge(scores, labels, 1, 0.5, Samples).AveragePrecision;
            return precision.Upper - precision.Lower;
        }

        Assert.InRange(Width(300) / Width(4800), 2.5, 6.5);
    }
}
