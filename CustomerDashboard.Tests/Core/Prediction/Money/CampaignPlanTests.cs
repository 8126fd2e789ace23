using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction.Money;
using CustomerDashboard.Core.Reporting;

namespace CustomerDashboard.Tests.Core.Prediction.Money;

public class CampaignPlanTests
{
    [Fact]
    public void The_threshold_is_where_the_last_customer_still_pays()
    {
        // Break-even is 5 / 20 = 0.25: the third customer pays, the fourth does not.
        CampaignPlan plan = CampaignPlan.Make(Options(20, 5, control: 0), Ids(5), [0.9, 0.5, 0.26, 0.24, 0.1]);
        Assert.Equal(3, plan.Contacts);
        Assert.Equal(0.26, plan.Threshold);
        Assert.Equal((20 * 1.66) - 15, plan.ExpectedProfit, 9);
        Assert.Equal(1.66, plan.ExpectedYes, 9);
        Assert.Equal(15, plan.Cost, 9);
        Assert.Equal(["C1", "C2", "C3"], plan.Audience.Select(customer => customer.CustomerId));
        Assert.InRange(plan.ExpectedProfit, plan.ProfitLower, plan.ProfitUpper);
    }

    [Fact]
    public void A_budget_ends_the_list_and_says_so()
    {
        CampaignPlan plan = CampaignPlan.Make(
            new CampaignOptions { Profit = new ProfitOptions { Margin = 20, ContactCost = 5, Budget = 10 }, ControlShare = 0 }, Ids(4), [0.9, 0.8, 0.7, 0.6]);
        Assert.Equal(2, plan.Contacts);
        Assert.Contains(plan.Notes, note => note.Contains("budget of 10", StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_is_contacted_where_nothing_pays()
    {
        CampaignPlan plan = CampaignPlan.Make(Options(20, 30), Ids(2), [0.9, 0.8]);
        Assert.Equal(0, plan.Contacts);
        Assert.Equal(0, plan.ExpectedProfit);
        Assert.StartsWith("Contact nobody: even a sure yes", plan.Sentence, StringComparison.Ordinal);
        Assert.Contains("nobody to contact", plan.Control.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Chances_that_promised_twice_too_much_halve_the_yes_expected()
    {
        (double[] scores, bool[] labels) = Answers(400, said: 0.8, held: 0.4);
        double[] now = [.. Enumerable.Repeat(0.8, 100)];
        CampaignPlan plan = CampaignPlan.Make(Options(20, 1, control: 0), Ids(100), now, scores, labels);
        Assert.Equal(40, plan.ExpectedYes, 6);
        Assert.Equal((40 * 20) - 100, plan.ExpectedProfit, 6);
        Assert.InRange(plan.ProfitLower, 300, 699);
        Assert.InRange(plan.ProfitUpper, 701, 1100);
        Assert.Contains(plan.Notes, note => note.Contains("50 said yes where 100 were foretold", StringComparison.Ordinal));
        Assert.NotNull(plan.Tested);
    }

    [Fact]
    public void The_interval_holds_as_often_as_it_says()
    {
        // Fifty chances of one half at 10 each and no other doubt: the profit is binomial, so its 95 % are known.
        CampaignPlan plan = CampaignPlan.Make(Options(10, 0, control: 0), Ids(50), [.. Enumerable.Repeat(0.5, 50)]);
        double deviation = 10 * Math.Sqrt(50 * 0.25);
        Assert.Equal(250 - (1.96 * deviation), plan.ProfitLower, 6.0);
        Assert.Equal(250 + (1.96 * deviation), plan.ProfitUpper, 6.0);
    }

    [Fact]
    public void The_control_group_is_drawn_by_lot_and_does_not_depend_on_the_order()
    {
        string[] ids = [.. Ids(200)];
        bool[] drawn = ControlGroup.Draw(ids, 0.25, 7);
        Assert.Equal(50, drawn.Count(held => held));
        Array.Reverse(ids);
        bool[] again = ControlGroup.Draw(ids, 0.25, 7);
        Array.Reverse(again);
        Assert.Equal(drawn, again);
        Assert.NotEqual(drawn, ControlGroup.Draw(Ids(200), 0.25, 8));
    }

    [Fact]
    public void Those_held_out_are_not_counted_as_contacts()
    {
        CampaignPlan plan = CampaignPlan.Make(Options(20, 1, control: 0.2), Ids(100), [.. Enumerable.Repeat(0.5, 100)]);
        Assert.Equal(80, plan.Contacts);
        Assert.Equal(100, plan.Audience.Count);
        Assert.Equal(20, plan.Audience.Count(customer => customer.IsControl));
        Assert.Equal((80 * 10) - 80, plan.ExpectedProfit, 9);
        var text = new StringWriter { NewLine = "\n" };
        CampaignCsv.Write(text, plan);
        string[] lines = text.ToString().TrimEnd('\n').Split('\n');
        Assert.Equal("CustomerId,Group,Probability,ExpectedProfit", lines[0]);
        Assert.Equal(20, lines.Count(line => line.Contains(",control,", StringComparison.Ordinal)));
        Assert.Equal(80, lines.Count(line => line.Contains(",contact,", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_size_needed_to_see_an_effect_is_the_textbooks()
    {
        // Two groups of equal size, base rate one half, 10 points: (1.96 + 0.8416)^2 x 2 x 0.25 / 0.01 = 393 in each.
        ControlGroup even = ControlGroup.Of(393, 393, 0.5, 0.1);
        Assert.Equal(0.1, even.DetectableEffect!.Value, 3);
        Assert.Equal(785, even.AudienceNeeded);

        ControlGroup large = ControlGroup.Of(9000, 1000, 0.5, 0.05);
        Assert.NotNull(large.NeededForEffect);
        Assert.Equal(0.05, ControlGroup.Of(10_000 - large.NeededForEffect!.Value, large.NeededForEffect.Value, 0.5, 0.05).DetectableEffect!.Value, 3);
        Assert.Null(ControlGroup.Of(90, 10, 0.5, 0.05).NeededForEffect);
        Assert.Contains("cannot be seen", ControlGroup.Of(90, 10, 0.5, 0.05).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_out_of_range_are_refused_in_words()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CampaignPlan.Make(new CampaignOptions { ControlShare = 0.6 }, Ids(1), [0.5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CampaignPlan.Make(Options(-1, 0), Ids(1), [0.5]));
        Assert.Throws<ArgumentException>(() => CampaignPlan.Make(new CampaignOptions(), Ids(2), [0.5]));
        Assert.Throws<ArgumentException>(() => CampaignPlan.Make(new CampaignOptions(), Ids(1), [1.5]));
    }

    private static CampaignOptions Options(double margin, double contact, double control = 0.1) =>
        new() { Profit = new ProfitOptions { Margin = margin, ContactCost = contact }, ControlShare = control };

    private static string[] Ids(int count) => [.. Enumerable.Range(1, count).Select(number => $"C{number}")];

    private static (double[] Scores, bool[] Labels) Answers(int count, double said, double held)
    {
        double[] scores = [.. Enumerable.Repeat(said, count)];
        var labels = new bool[count];
        Array.Fill(labels, true, 0, (int)(held * count));
        new RandomSource(3).Shuffle<bool>(labels);
        return (scores, labels);
    }
}
