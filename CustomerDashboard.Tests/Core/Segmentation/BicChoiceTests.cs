using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Tests.Core.Segmentation;

public sealed class BicChoiceTests
{
    private static SweepEntry Entry(int k, double bic, bool collapsed = false) => new(k, 100.0 / k, .3, 0, 1, 1, .5, 10) { Bic = bic, Collapsed = collapsed };

    [Fact]
    public void The_lowest_criterion_wins_where_it_turns_up_again()
    {
        BicChoice choice = BicChoice.Of([Entry(2, 50), Entry(3, 40), Entry(4, 45)])!;
        Assert.Equal(3, choice.Chosen.K);
        Assert.Contains("lowest of 2 to 4 segments", choice.Reason);
    }

    [Fact]
    public void Where_it_still_falls_at_the_end_the_knee_of_its_curve_is_taken()
    {
        BicChoice choice = BicChoice.Of([Entry(2, 1000), Entry(3, 500), Entry(4, 480), Entry(5, 465), Entry(6, 455)])!;
        Assert.Equal(3, choice.Chosen.K);
        Assert.Contains("still falls at 6", choice.Reason);
    }

    [Fact]
    public void A_straight_fall_has_no_knee_and_says_so()
    {
        BicChoice choice = BicChoice.Of([Entry(2, 40), Entry(3, 30), Entry(4, 20)])!;
        Assert.Equal(4, choice.Chosen.K);
        Assert.Contains("falls steadily", choice.Reason);
    }

    [Fact]
    public void Collapsed_mixtures_take_part_only_among_themselves()
    {
        BicChoice choice = BicChoice.Of([Entry(2, 50), Entry(3, 40), Entry(4, 45), Entry(5, -900, true)])!;
        Assert.Equal(3, choice.Chosen.K);
        Assert.Contains("One mixture that collapsed", choice.Reason);
        Assert.Equal(5, BicChoice.Of([Entry(4, 45, true), Entry(5, -900, true), Entry(6, 1, true)])!.Chosen.K);
    }

    [Fact]
    public void Other_methods_have_none() => Assert.Null(BicChoice.Of([Entry(2, 1) with { Bic = null }]));
}
