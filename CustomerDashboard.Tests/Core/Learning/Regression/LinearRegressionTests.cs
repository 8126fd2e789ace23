using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Learning.Regression;

public class LinearRegressionTests
{
    [Fact]
    public void An_exact_plane_is_found()
    {
        Matrix points = Matrix.FromColumns([1.0, 2, 3, 4, 6], [2.0, -1, 5, 0, 1]);
        double[] targets = [.. Enumerable.Range(0, 5).Select(r => 7 + (2 * points[r, 0]) - (3 * points[r, 1]))];
        LinearRegressionModel model = LinearRegression.Fit(points, targets, null);
        Assert.Equal(7, model.Intercept, 1e-10);
        Assert.Equal(2, model.Coefficients[0], 1e-10);
        Assert.Equal(-3, model.Coefficients[1], 1e-10);
        Assert.Empty(model.RedundantColumns);
    }

    [Fact]
    public void Redundant_and_constant_columns_are_named_and_do_not_change_the_fit()
    {
        double[] x = [1, 2, 3, 4, 5, 6];
        double[] y = [2, 1, 4, 3, 7, 6];
        Matrix points = Matrix.FromColumns(x, [.. x.Select(v => (2 * v) + 1e6)], [9.0, 9, 9, 9, 9, 9]);
        LinearRegressionModel model = LinearRegression.Fit(points, y, null);
        double[] plain = LinearRegression.Fit(Matrix.FromColumns(x), y, null).Predict(Matrix.FromColumns(x));
        Assert.Equal(2, model.RedundantColumns.Count);
        Assert.Contains(2, model.RedundantColumns);
        double[] forecast = model.Predict(points);
        for (int i = 0; i < plain.Length; i++)
        {
            Assert.Equal(plain[i], forecast[i], 1e-6);
        }
    }

    [Fact]
    public void A_ridge_shrinks_as_the_formula_says()
    {
        // Centred x: -2..2, sum of squares 10; centred cross product 8.
        Matrix points = Matrix.FromColumns([1.0, 2, 3, 4, 5]);
        double[] targets = [1, 3, 2, 4, 5];
        double cross = Enumerable.Range(0, 5).Sum(i => (points[i, 0] - 3) * (targets[i] - 3));
        LinearRegressionModel model = LinearRegression.Fit(points, targets, new LinearRegressionOptions { Ridge = 5 });
        Assert.Equal(cross / (10 + 5), model.Coefficients[0], 1e-12);
        Assert.Equal(3 - (3 * cross / 15), model.Intercept, 1e-12);
    }

    [Fact]
    public void Residuals_are_orthogonal_to_every_column() =>
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
        {
            var random = new RandomSource(seed);
            int rows = 3 + random.NextInt(40);
            int columns = 1 + random.NextInt(6);
            var points = new Matrix(rows, columns);
            var targets = new double[rows];
            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column++)
                {
                    points[row, column] = random.NextInt(4) * Math.Pow(10, column - 2);
                }

                targets[row] = random.NextGaussian() * 100;
            }

            double[] forecast = LinearRegression.Fit(points, targets, null).Predict(points);
            double worst = Math.Abs(Enumerable.Range(0, rows).Sum(r => targets[r] - forecast[r]));
            for (int column = 0; column < columns; column++)
            {
                worst = Math.Max(worst, Math.Abs(Enumerable.Range(0, rows).Sum(r => (targets[r] - forecast[r]) * points[r, column])) / Math.Pow(10, column - 2));
            }

            return worst < 1e-7;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_lasso_pulls_towards_nothing_and_stops_there()
    {
        // One centred column: the coefficient is (product - lasso / 2) / squares, held at 0. Squares 10, product 9.
        Matrix points = Matrix.FromColumns([1.0, 2, 3, 4, 5]);
        double[] targets = [1, 3, 2, 4, 5];
        Assert.Equal((9 - 2) / 10.0, LinearRegression.Fit(points, targets, new LinearRegressionOptions { Lasso = 4 }).Coefficients[0], 1e-12);
        Assert.Equal((9 - 2) / 15.0, LinearRegression.Fit(points, targets, new LinearRegressionOptions { Lasso = 4, Ridge = 5 }).Coefficients[0], 1e-12);
        LinearRegressionModel none = LinearRegression.Fit(points, targets, new LinearRegressionOptions { Lasso = 18 });
        Assert.Equal(0, none.Coefficients[0]);
        Assert.Equal(3, none.Intercept, 1e-12);
    }

    [Fact]
    public void Weighted_rows_count_like_repeated_ones_with_every_penalty() =>
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
        {
            var random = new RandomSource(seed);
            int rows = 8 + random.NextInt(20);
            var points = new Matrix(rows, 3);
            var targets = new double[rows];
            var weights = new double[rows];
            var repeated = new List<int>();
            for (int row = 0; row < rows; row++)
            {
                weights[row] = row < 5 ? 1 : random.NextInt(4);
                repeated.AddRange(Enumerable.Repeat(row, (int)weights[row]));
                targets[row] = random.NextGaussian();
                for (int column = 0; column < 3; column++)
                {
                    points[row, column] = random.NextGaussian() + (targets[row] * column);
                }
            }

            var options = new LinearRegressionOptions { Ridge = random.NextInt(2) * 0.7, Lasso = random.NextInt(2) * 1.5 };
            LinearRegressionModel weighted = LinearRegression.FitWeighted(points, targets, weights, options);
            LinearRegressionModel copied = LinearRegression.Fit(
                points.SelectRows([.. repeated]), [.. repeated.Select(row => targets[row])], options);
            return weighted.Coefficients.Zip(copied.Coefficients).All(p => Math.Abs(p.First - p.Second) < 1e-8)
                && Math.Abs(weighted.Intercept - copied.Intercept) < 1e-8;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void More_columns_than_rows_are_borne()
    {
        var random = new RandomSource(4);
        var points = new Matrix(3, 8);
        for (int i = 0; i < points.Values.Length; i++)
        {
            points.Values[i] = random.NextGaussian();
        }

        double[] forecast = LinearRegression.Fit(points, [1, 5, -2], null).Predict(points);
        Assert.Equal(1, forecast[0], 1e-9);
        Assert.Equal(5, forecast[1], 1e-9);
        Assert.Equal(-2, forecast[2], 1e-9);
    }
}
