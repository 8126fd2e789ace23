using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Tests.Core.Learning.Metrics;

public class ElbowDetectorTests
{
    [Fact]
    public void Finds_the_bend()
    {
        ElbowResult result = ElbowDetector.Find([2, 3, 4, 5, 6], [100, 60, 20, 18, 16]);
        Assert.Equal(4, result.K);
        Assert.Equal((80.0 / 84) - 0.5, result.Strength, 12);
        Assert.Contains("95%", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_straight_line_has_no_knee()
    {
        ElbowResult result = ElbowDetector.Find([2, 3, 4, 5], [100, 80, 60, 40]);
        Assert.Null(result.K);
        Assert.Contains("no knee", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_curve_that_bulges_upward_has_no_knee() =>
        Assert.Null(ElbowDetector.Find([2, 3, 4, 5], [100, 98, 90, 10]).K);

    [Fact]
    public void Too_short_or_flat_curves_say_so()
    {
        Assert.Null(ElbowDetector.Find([], []).K);
        Assert.Null(ElbowDetector.Find([2, 3], [5, 1]).K);
        Assert.Null(ElbowDetector.Find([2, 3, 4], [5, 5, 5]).K);
    }

    [Fact]
    public void Gaps_in_the_range_are_taken_as_they_are() =>
        Assert.Equal(4, ElbowDetector.Find([2, 4, 12], [100, 20, 10]).K);

    [Fact]
    public void Unusable_curves_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ElbowDetector.Find([2, 3], [1]));
        Assert.Throws<ArgumentException>(() => ElbowDetector.Find([3, 2], [2, 1]));
        Assert.Throws<ArgumentException>(() => ElbowDetector.Find([2, 3], [2, double.NaN]));
    }
}
