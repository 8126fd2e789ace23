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
    public void With_an_absolute_penalty_every_slope_is_level_or_held_at_nothing() =>
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
        {
            var random = new RandomSource(seed);
            int rows = 10 + random.NextInt(60);
            int columns = 1 + random.NextInt(8);
            double c = Math.Pow(10, (2 * random.NextDouble()) - 1.5);
            double ratio = random.NextInt(3) == 0 ? 1 : 0.05 + (0.95 * random.NextDouble());
            var points = new Matrix(rows, columns);
            var labels = new bool[rows];
            var weights = new double[rows];
            for (int row = 0; row < rows; row++)
            {
                weights[row] = random.NextInt(4);
                labels[row] = row == 0 || (row != 1 && random.NextDouble() < 0.3);
                for (int column = 0; column < columns; column++)
                {
                    points[row, column] = random.NextGaussian() + (labels[row] && column == 0 ? 1 : 0);
                }
            }

            weights[0] = weights[1] = 1;
            LogisticRegressionModel model = LogisticRegression.FitWeighted(points, labels, weights, new LogisticRegressionOptions { C = c, L1Ratio = ratio });
            double[] probabilities = model.PredictProbability(points);
            double worst = Math.Abs(Enumerable.Range(0, rows).Sum(r => weights[r] * (probabilities[r] - (labels[r] ? 1 : 0))));
            for (int column = 0; column < columns; column++)
            {
                double coefficient = model.Coefficients[column];
                double gradient = (1 - ratio) * coefficient / c;
                for (int row = 0; row < rows; row++)
                {
                    gradient += weights[row] * (probabilities[row] - (labels[row] ? 1 : 0)) * points[row, column];
                }

                worst = Math.Max(worst, coefficient == 0
                    ? Math.Max(0, Math.Abs(gradient) - (ratio / c))
                    : Math.Abs(gradient + (Math.Sign(coefficient) * ratio / c)));
            }

            return model.Converged && worst < 1e-6;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_strong_absolute_penalty_leaves_the_share_alone()
    {
        (Matrix points, bool[] labels) = TwoByTwo(30, 10, 10, 50);
        LogisticRegressionModel model = LogisticRegression.Fit(points, labels, new LogisticRegressionOptions { C = 0.01, L1Ratio = 1 });
        Assert.Equal(0, model.Coefficients[0]);
        Assert.Equal(Math.Log(40.0 / 60), model.Intercept, 1e-8);
        Assert.True(double.IsNaN(model.StandardErrors[0]));
    }

    [Fact]
    public void A_row_that_weighs_two_counts_like_two_rows()
    {
        (Matrix points, bool[] labels) = TwoByTwo(30, 10, 10, 50);
        var random = new RandomSource(1);
        double[] weights = [.. labels.Select(_ => (double)random.NextInt(4))];
        int[] repeated = [.. Enumerable.Range(0, 100).SelectMany(row => Enumerable.Repeat(row, (int)weights[row]))];
        LogisticRegressionModel weighted = LogisticRegression.FitWeighted(points, labels, weights, null);
        LogisticRegressionModel copied = LogisticRegression.Fit(points.SelectRows(repeated), [.. repeated.Select(row => labels[row])], null);
        Assert.Equal(copied.Coefficients[0], weighted.Coefficients[0], 1e-9);
        Assert.Equal(copied.Intercept, weighted.Intercept, 1e-9);
        Assert.Equal(copied.StandardErrors[0], weighted.StandardErrors[0], 1e-9);
    }

    [Fact]
    public void Balanced_classes_put_the_mean_probability_at_a_half()
    {
        (Matrix points, bool[] labels) = TwoByTwo(5, 35, 3, 57);
        LogisticRegressionModel model = LogisticRegression.Fit(
            points, labels, new LogisticRegressionOptions { ClassWeights = CustomerDashboard.Core.Learning.Preprocessing.ClassWeights.Balanced });
        double[] probabilities = model.PredictProbability(points);
        double ofYes = Enumerable.Range(0, 100).Where(i => labels[i]).Average(i => probabilities[i]);
        double ofNo = Enumerable.Range(0, 100).Where(i => !labels[i]).Average(i => probabilities[i]);
        Assert.Equal(1, ofYes + ofNo, 1e-8);
    }

    [Fact]
    public void More_rows_than_a_block_give_the_same_for_any_number_of_threads()
    {
        var random = new RandomSource(6);
        var points = new Matrix(40_000, 3);
        var labels = new bool[points.Rows];
        for (int row = 0; row < labels.Length; row++)
        {
            labels[row] = random.NextDouble() < 0.3;
            for (int column = 0; column < 3; column++)
            {
                points[row, column] = random.NextGaussian() + (labels[row] ? 0.5 : 0);
            }
        }

        double[] weights = [0.3, -0.1, 0.2, -1];
        LinearObjective alone = new(points, labels, null, LinearLoss.Logistic, 1, 1);
        LinearObjective shared = new(points, labels, null, LinearLoss.Logistic, 1, 4);
        Assert.Equal(alone.Evaluate(weights), shared.Evaluate(weights));
        Assert.Equal(alone.NewtonStep(), shared.NewtonStep());
        double plain = Enumerable.Range(0, labels.Length).Sum(row =>
        {
            double z = -1 + (0.3 * points[row, 0]) - (0.1 * points[row, 1]) + (0.2 * points[row, 2]);
            return Math.Log(1 + Math.Exp(labels[row] ? -z : z));
        });
        Assert.Equal(plain, alone.Loss, 1e-6);
    }

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
