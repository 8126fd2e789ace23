using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Prediction;

namespace CustomerDashboard.Tests.Core.Prediction;

public sealed class ChurnScoresTests
{
    // Scores .9 .6 .4 .2, of whom the first and third bought again: 3 of the 4 pairs are in order, so AUC is .75.
    private static readonly ClassifierScores Repeat = new()
    {
        Customers = 4,
        Positives = 2,
        TrainedOn = 10,
        Scores = [0.9f, 0.6f, 0.4f, 0.2f],
        Labels = [true, false, true, false],
        AtThreshold = ThresholdMetrics.At([0.9f, 0.6f, 0.4f, 0.2f], [true, false, true, false], 0.5),
        RocAuc = 0.75,
        RocAucLower = 0.3,
        RocAucUpper = 1,
        AveragePrecision = (1 + (2 / 3.0)) / 2,
        BrierScore = 0.19,
        LogLoss = 0.6,
        RocCurve = [new(0, 0, double.PositiveInfinity), new(0, 0.5, 0.9), new(0.5, 0.5, 0.6), new(0.5, 1, 0.4), new(1, 1, 0.2)],
        Calibration = [new(4, 0.525, 0.5)],
    };

    [Fact]
    public void The_matrix_is_turned_around()
    {
        ClassifierScores churn = ChurnScores.Of(Repeat);
        Assert.Equal(new ThresholdMetrics(0.5, 1, 1, 1, 1), churn.AtThreshold);
        Assert.Equal([false, true, false, true], churn.Labels);
        Assert.Equal(0.1f, churn.Scores[0], 6);
    }

    [Fact]
    public void The_curve_stays_a_curve_of_the_same_area()
    {
        ClassifierScores churn = ChurnScores.Of(Repeat);
        double area = 0;
        for (int i = 1; i < churn.RocCurve.Count; i++)
        {
            RocPoint from = churn.RocCurve[i - 1], to = churn.RocCurve[i];
            Assert.True(to.FalsePositiveRate >= from.FalsePositiveRate && to.TruePositiveRate >= from.TruePositiveRate);
            area += (to.FalsePositiveRate - from.FalsePositiveRate) * (to.TruePositiveRate + from.TruePositiveRate) / 2;
        }

        Assert.Equal(0.75, area, 12);
        Assert.Equal(0.75, churn.RocAuc);
    }

    [Fact]
    public void Average_precision_is_that_of_the_leavers()
    {
        // Leavers by score: .8 (left), .6 (stayed), .4 (left), .1 (stayed): precision 1 and 2/3 at the two leavers.
        Assert.Equal((1 + (2 / 3.0)) / 2, ChurnScores.Of(Repeat).AveragePrecision, 6);
    }

    [Fact]
    public void Twice_the_complement_is_the_test_itself()
    {
        ClassifierScores twice = ChurnScores.Of(ChurnScores.Of(Repeat));
        Assert.Equal(Repeat.Labels, twice.Labels);
        Assert.Equal(Repeat.Positives, twice.Positives);
        Assert.Equal(Repeat.AveragePrecision, twice.AveragePrecision, 6);
    }
}
