using CustomerDashboard.Core.Recommendations.Evaluation;

namespace CustomerDashboard.Tests.Core.Recommendations.Evaluation;

public class RankingTallyTests
{
    [Fact]
    public void A_list_worked_by_hand()
    {
        // Hits at places 1 and 3 of a list of four; three products were bought.
        var tally = new RankingTally(1);
        tally.Add(0, [7, 1, 9, 2], [7, 9, 50]);
        double best = 1 + (1 / Math.Log2(3)) + 0.5;
        AssertFigure(0, 2 / 5.0);
        AssertFigure(1, 2 / 3.0);
        AssertFigure(2, 1.5 / best);
        AssertFigure(3, (1 + (2 / 3.0)) / 3);
        AssertFigure(4, 1);
        Assert.Equal(2 / 20.0, tally.Figures[(2 * RankingTally.Metrics) + 0][0], 6);

        void AssertFigure(int metric, double expected) => Assert.Equal(expected, tally.Figures[metric][0], 6);
    }

    [Fact]
    public void Nothing_met_is_nothing_earned()
    {
        var tally = new RankingTally(1);
        tally.Add(0, [1, 2, 3], [4]);
        Assert.All(tally.Figures, figure => Assert.Equal(0, figure[0]));
    }

    [Fact]
    public void Resamples_hold_the_mean_between_their_limits()
    {
        float[] figures = [.. Enumerable.Range(0, 200).Select(i => i % 4 == 0 ? 1f : 0f)];
        var mean = new CustomerResamples([.. Enumerable.Range(0, 200)], seed: 3).Mean(figures);
        Assert.Equal(0.25, mean.Value, 9);
        Assert.InRange(mean.Lower, 0.16, 0.23);
        Assert.InRange(mean.Upper, 0.27, 0.34);
        Assert.Equal(Math.Sqrt(0.25 * 0.75 / 200), mean.StandardError, 0.005);
    }
}
