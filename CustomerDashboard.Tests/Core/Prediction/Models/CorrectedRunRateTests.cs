using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction.Models;

namespace CustomerDashboard.Tests.Core.Prediction.Models;

public class CorrectedRunRateTests
{
    /// <summary>Column 0 is the spend of a year, column 1 tells who goes on; those who do spend a fifth more than their rate of a quarter.</summary>
    private static (Matrix Points, double[] Spend) Customers(int rows)
    {
        var random = new RandomSource(6);
        var points = new Matrix(rows, 2);
        var spend = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            points[row, 0] = 100 + (900 * random.NextDouble());
            points[row, 1] = random.NextGaussian();
            bool stays = points[row, 1] + (0.5 * random.NextGaussian()) > 0;
            spend[row] = stays ? points[row, 0] * 0.25 * 1.2 : 0;
        }

        return (points, spend);
    }

    [Fact]
    public void Those_who_go_on_keep_their_rate_and_those_who_do_not_come_near_nothing()
    {
        (Matrix points, double[] spend) = Customers(2000);
        var model = (CorrectedRunRateModel)new CorrectedRunRate(new LogisticRegression(new LogisticRegressionOptions()), 0, 0.25)
            .Fit(points, spend, null, TestContext.Current.CancellationToken);
        var asked = new Matrix(2, 2, [400, 2.5, 400, -2.5]);
        double[] foretold = model.Predict(asked);
        Assert.Equal(120, foretold[0], 1e-6);
        Assert.Equal(0, foretold[1], 1e-6);
        double[] rate = [.. Enumerable.Range(0, 2000).Select(row => points[row, 0] * 0.25)];
        Assert.True(RegressionMetrics.MeanAbsoluteError(model.Predict(points), spend) < 0.5 * RegressionMetrics.MeanAbsoluteError(rate, spend));
    }

    [Fact]
    public void A_season_multiplies_what_is_foretold()
    {
        (Matrix points, double[] spend) = Customers(400);
        var model = (CorrectedRunRateModel)new CorrectedRunRate(new LogisticRegression(new LogisticRegressionOptions()), 0, 0.25)
            .Fit(points, spend, null, TestContext.Current.CancellationToken);
        Assert.Equal(model.Predict(points).Select(value => value * 1.5), model.InSeason(1.5).Predict(points), (a, b) => Math.Abs(a - b) < 1e-9);
    }
}
