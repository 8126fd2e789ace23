using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Learning.ModelSelection;

public class ProbabilityCalibratorTests
{
    [Fact]
    public void Isotonic_probabilities_equal_the_min_max_formula() =>
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
        {
            (double[] scores, bool[] labels) = Scored(seed, 40, true);
            double[] fitted = IsotonicCalibration.Fit(scores, labels).Apply(scores);
            for (int i = 0; i < scores.Length; i++)
            {
                // The greatest over lower limits of the least over upper limits of the mean between them.
                double best = double.NegativeInfinity;
                foreach (double low in scores.Where(s => s <= scores[i]))
                {
                    double least = double.PositiveInfinity;
                    foreach (double high in scores.Where(s => s >= scores[i]))
                    {
                        double[] between = [.. Enumerable.Range(0, scores.Length).Where(j => scores[j] >= low && scores[j] <= high).Select(j => labels[j] ? 1.0 : 0)];
                        least = Math.Min(least, between.Average());
                    }

                    best = Math.Max(best, least);
                }

                if (Math.Abs(best - fitted[i]) > 1e-9)
                {
                    return false;
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_sigmoid_is_the_most_likely_one_for_the_drawn_in_answers() =>
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
        {
            (double[] scores, bool[] labels) = Scored(seed, 60, false);
            SigmoidCalibration sigmoid = SigmoidCalibration.Fit(scores, labels);
            double[] probabilities = sigmoid.Apply(scores);
            int positives = labels.Count(l => l);
            double slope = 0, offset = 0;
            for (int i = 0; i < scores.Length; i++)
            {
                double target = labels[i] ? (positives + 1.0) / (positives + 2) : 1.0 / (scores.Length - positives + 2);
                slope += (target - probabilities[i]) * scores[i];
                offset += target - probabilities[i];
            }

            // Scores that point the wrong way are given everyone's share.
            return sigmoid.Slope == 0 ? probabilities.All(p => Math.Abs(p - ((double)positives / scores.Length)) < 1e-12) : Math.Abs(slope) < 1e-5 && Math.Abs(offset) < 1e-5;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Calibrating_an_overgrown_tree_brings_its_probabilities_to_what_they_say()
    {
        var random = new RandomSource(3);
        var points = new Matrix(3000, 2);
        var labels = new bool[3000];
        for (int row = 0; row < 3000; row++)
        {
            points[row, 0] = random.NextGaussian();
            points[row, 1] = random.NextGaussian();
            labels[row] = random.NextDouble() < 1 / (1 + Math.Exp(-points[row, 0]));
        }

        int[] train = [.. Enumerable.Range(0, 2000)];
        Matrix test = points.SelectRows([.. Enumerable.Range(2000, 1000)]);
        bool[] judged = labels[2000..];
        var tree = new DecisionTreeClassifier(new DecisionTreeOptions { MinSamplesLeaf = 3 });
        double raw = Error(tree);
        Assert.True(raw > 0.15, $"{raw}");
        Assert.InRange(Error(new CalibratedClassifier(tree, CalibrationMethod.Sigmoid)), 0, 0.1);
        Assert.InRange(Error(new CalibratedClassifier(tree, CalibrationMethod.Isotonic)), 0, 0.1);

        double Error(IClassifier classifier) => ReliabilityBins.ExpectedError(
            ReliabilityBins.EqualWidth(classifier.Fit(points.SelectRows(train), labels.AsSpan(0, 2000)).PredictProbability(test), judged));
    }

    [Fact]
    public void Beyond_the_scores_seen_the_ends_hold_and_between_them_the_line_is_straight()
    {
        IsotonicCalibration model = IsotonicCalibration.Fit([1, 2, 3, 4], [false, false, true, true]);
        Assert.Equal([0, 0, 0.25, 1, 1], model.Apply([-5, 2, 2.25, 3, 99]));
        Assert.Throws<ArgumentException>(() => IsotonicCalibration.Fit([1, 2], [true, true]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProbabilityCalibrator.Fit((CalibrationMethod)7, [1, 2], [true, false]));
    }

    private static (double[] Scores, bool[] Labels) Scored(int seed, int most, bool coarse)
    {
        var random = new RandomSource(seed);
        int count = 5 + random.NextInt(most);
        double scale = coarse ? 1 : Math.Pow(10, (4 * random.NextDouble()) - 2);
        bool[] labels = [.. Enumerable.Range(0, count).Select(i => i == 0 || (i != 1 && random.NextDouble() < 0.4))];
        double[] scores = [.. labels.Select(label => scale * (random.NextGaussian() + (label ? 1 : 0)))];
        return (coarse ? [.. scores.Select(s => Math.Round(s * 3))] : scores, labels);
    }
}
