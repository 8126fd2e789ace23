using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Learning.Classification;

public class LogisticRegressionTests
{
    private static readonly LogisticRegressionOptions NoPenalty = new() { C = double.PositiveInfinity };

    [Fact]
    public void A_two_by_two_table_gives_its_odds_ratio_and_standard_error()
    {
        // 30 of 40 without the trait are positive, 10 of 60 with it.
        (Matrix points, bool[] labels) = TwoByTwo(30, 10, 10, 50);
        LogisticRegressionModel model = LogisticRegression.Fit(points, labels, NoPenalty, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(Math.Log(30.0 / 10), model.Intercept, 1e-9);
        Assert.Equal(Math.Log(10.0 / 50 / (30.0 / 10)), model.Coefficients[0], 1e-9);
        Assert.Equal(Math.Sqrt((1.0 / 30) + (1.0 / 10) + (1.0 / 10) + (1.0 / 50)), model.StandardErrors[0], 1e-8);
        double expected = (30 * Math.Log(0.75)) + (10 * Math.Log(0.25)) + (10 * Math.Log(1.0 / 6)) + (50 * Math.Log(5.0 / 6));
        Assert.Equal(expected, model.LogLikelihood, 1e-9);
        Assert.True(model.Converged);
    }

    [Fact]
    public void Separated_classes_get_finite_coefficients_thanks_to_the_penalty()
    {
        var points = new Matrix(6, 1, [-3, -2, -1, 1, 2, 3]);
        bool[] labels = [false, false, false, true, true, true];
        LogisticRegressionModel model = LogisticRegression.Fit(points, labels, null, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(model.Converged);
        Assert.InRange(model.Coefficients[0], 0.5, 3);
        Assert.Equal(0, model.Intercept, 1e-9);
    }

    [Fact]
    public void Separated_classes_without_penalty_end_instead_of_running_away()
    {
        var points = new Matrix(6, 1, [-3, -2, -1, 1, 2, 3]);
        LogisticRegressionModel model = LogisticRegression.Fit(
            points, [false, false, false, true, true, true], NoPenalty, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(double.IsFinite(model.Coefficients[0]));
        Assert.Equal([0, 0, 0, 1, 1, 1], model.PredictProbability(points).Select(p => Math.Round(p)));
    }

    [Fact]
    public void Two_equal_columns_share_the_coefficient()
    {
        (Matrix single, bool[] labels) = TwoByTwo(30, 10, 10, 50);
        Matrix twice = Matrix.FromColumns(single.Column(0), single.Column(0));
        LogisticRegressionModel model = LogisticRegression.Fit(twice, labels, null, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(model.Coefficients[0], model.Coefficients[1], 1e-9);
        Assert.True(model.Converged);
    }

    [Fact]
    public void The_gradient_of_the_penalised_likelihood_vanishes_at_the_answer() =>
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
        {
            var random = new RandomSource(seed);
            int rows = 10 + random.NextInt(60);
            int columns = 1 + random.NextInt(5);
            double c = Math.Pow(10, (2 * random.NextDouble()) - 1);
            var points = new Matrix(rows, columns);
            var labels = new bool[rows];
            for (int row = 0; row < rows; row++)
            {
                labels[row] = row == 0 || (row != 1 && random.NextDouble() < 0.3);
                for (int column = 0; column < columns; column++)
                {
                    points[row, column] = random.NextGaussian() * 3;
                }
            }

            LogisticRegressionModel model = LogisticRegression.Fit(points, labels, new LogisticRegressionOptions { C = c });
            double[] probabilities = model.PredictProbability(points);
            double largest = Math.Abs(Enumerable.Range(0, rows).Sum(r => probabilities[r] - (labels[r] ? 1 : 0)));
            for (int column = 0; column < columns; column++)
            {
                double gradient = model.Coefficients[column] / c;
                for (int row = 0; row < rows; row++)
                {
                    gradient += (probabilities[row] - (labels[row] ? 1 : 0)) * points[row, column];
                }

                largest = Math.Max(largest, Math.Abs(gradient));
            }

            return model.Converged && largest < 1e-7;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_stronger_penalty_shrinks_the_coefficient()
    {
        (Matrix points, bool[] labels) = TwoByTwo(30, 10, 10, 50);
        double[] sizes =
        [
            .. new[] { 0.01, 0.1, 1, 10 }.Select(c =>
                Math.Abs(LogisticRegression.Fit(points, labels, new LogisticRegressionOptions { C = c }).Coefficients[0])),
        ];
        Assert.Equal(sizes.Order(), sizes);
    }

    [Fact]
    public void Bad_options_and_cancellation_are_told()
    {
        (Matrix points, bool[] labels) = TwoByTwo(3, 1, 1, 5);
        Assert.Throws<ArgumentOutOfRangeException>(() => LogisticRegression.Fit(points, labels, new LogisticRegressionOptions { C = 0 }));
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => LogisticRegression.Fit(points, labels, null, null, source.Token));
    }

    private static (Matrix Points, bool[] Labels) TwoByTwo(int yesWithout, int noWithout, int yesWith, int noWith)
    {
        double[] trait = [.. Enumerable.Repeat(0.0, yesWithout + noWithout), .. Enumerable.Repeat(1.0, yesWith + noWith)];
        bool[] labels =
        [
            .. Enumerable.Repeat(true, yesWithout), .. Enumerable.Repeat(false, noWithout),
            .. Enumerable.Repeat(true, yesWith), .. Enumerable.Repeat(false, noWith),
        ];
        return (Matrix.FromColumns(trait), labels);
    }
}
