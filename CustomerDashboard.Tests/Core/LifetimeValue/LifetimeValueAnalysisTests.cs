using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.LifetimeValue;
using CustomerDashboard.Tests.Core.Cleaning;

namespace CustomerDashboard.Tests.Core.LifetimeValue;

public sealed class LifetimeValueAnalysisTests
{
    private static readonly Lazy<LifetimeValueResult> OnlineRetail = new(() => LifetimeValueAnalysis.Run(CleaningPipeline.Run(RetailFile.Second).Cleaned));

    [Fact]
    public void On_online_retail_the_days_held_out_give_the_peers_figures()
    {
        LifetimeValueResult result = OnlineRetail.Value;
        HoldoutRace race = result.Race!;
        Assert.Equal(5_281, race.Customers);
        Assert.Equal(4_952, race.ActualPurchases);
        HoldoutContender bg = race.Contenders.Single(one => one.Name == "BG/NBD");
        Assert.Equal(3_773, bg.Total, 0.5);
        Assert.Equal(0.698, bg.MeanAbsoluteError, 0.0006);
        Assert.Equal(0.703, race.Contenders.Single(one => one.Name == HoldoutJudge.RunRate).MeanAbsoluteError, 0.0006);
        Assert.Equal(race.Contenders.MinBy(one => one.MeanAbsoluteError), race.Contenders[0]);
        Assert.Contains(race.Contenders[0].Name, race.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void Weeks_and_bands_add_up_to_the_whole()
    {
        HoldoutRace race = OnlineRetail.Value.Race!;
        PurchaseDays days = PurchaseDays.Of(CleaningPipeline.Run(RetailFile.Second).Cleaned);
        int[] known = days.Until(race.Cutoff.DayNumber).Customers;
        // Ninety days hold twelve whole weeks.
        TrackingWeek[] heldOut = [.. race.Weeks.Where(week => week.IsHeldOut)];
        Assert.Equal(12, heldOut.Length);
        Assert.Equal(days.CountBetween(known, race.Cutoff.DayNumber, race.Cutoff.DayNumber + 84).Sum(), heldOut.Sum(week => week.Actual));
        Assert.All(race.Weeks, week => Assert.True(week.BgNbd >= 0 && week.ParetoNbd >= 0));
        Assert.Equal(race.Customers, race.Bands.Sum(band => band.Customers));
        Assert.Equal(race.ActualPurchases, race.Bands.Sum(band => band.Actual * band.Customers), 1e-6);
        for (int c = 0; c < race.Contenders.Count; c++)
        {
            Assert.Equal(race.Contenders[c].Total, race.Bands.Sum(band => band.Expected[c] * band.Customers), 1e-6);
        }
    }

    [Fact]
    public void Each_customers_figures_hang_together()
    {
        LifetimeValueResult result = OnlineRetail.Value;
        Assert.Equal(5_878, result.Customers.Count);
        Assert.All(result.Models, model => Assert.True(model.Converged && model.Doubts.Count == 0, model.Name));
        foreach (CustomerLifetime one in result.Customers)
        {
            Assert.InRange(one.ProbabilityAlive, 0, 1);
            Assert.True(one.Purchases3 <= one.Purchases6 && one.Purchases6 <= one.Purchases12, one.Id);
            Assert.True(one.Value3 >= 0 && one.Value3 <= one.Value6 && one.Value6 <= one.Value12, one.Id);
            Assert.True(one.Value12 <= one.Purchases12 * one.ExpectedAmount, "Discounting cannot add value.");
            Assert.True(one.NextOrderEarly is null || one.NextOrder is null || (one.NextOrderEarly > one.LastPurchase && one.NextOrderEarly <= one.NextOrder), one.Id);
            Assert.Equal(one.IsOverdue, one.Frequency >= 2 && one.NextOrderLate < result.End);
        }
    }

    [Fact]
    public void Several_orders_of_a_day_are_one_purchase_and_margins_scale_values()
    {
        CleanedTransactions lines = Regulars(60);
        LifetimeValueResult whole = LifetimeValueAnalysis.Run(lines, new LifetimeValueOptions { AnnualDiscountRate = 0 });
        LifetimeValueResult tenth = LifetimeValueAnalysis.Run(lines, new LifetimeValueOptions { AnnualDiscountRate = 0, Margin = 0.1 });
        CustomerLifetime first = whole.Customers[0];
        Assert.Equal(8, first.Frequency);
        Assert.Equal(18.0 * 5, first.Spent, 1e-9);
        Assert.Equal(first.Purchases12 * first.ExpectedAmount, first.Value12, 1e-9);
        Assert.Equal(first.Value12 / 10, tenth.Customers[0].Value12, 1e-9);
    }

    [Fact]
    public void A_choice_of_model_is_followed()
    {
        LifetimeValueResult result = LifetimeValueAnalysis.Run(Regulars(60), new LifetimeValueOptions { Model = PurchaseModelChoice.ParetoNbd });
        Assert.IsType<ParetoNbdModel>(result.Chosen);
        Assert.Contains("settings", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_week_of_data_is_refused_in_words()
    {
        LifetimeValueResult result = LifetimeValueAnalysis.Run(Clean([Sale("A", 0), Sale("A", 3), Sale("B", 6)]));
        Assert.Contains("covers 7 days", result.Unavailable, StringComparison.Ordinal);
        Assert.Empty(result.Customers);
    }

    [Fact]
    public void Without_anyone_who_came_back_it_says_so()
    {
        LifetimeValueResult result = LifetimeValueAnalysis.Run(Clean([Sale("A", 0), Sale("B", 30), Sale("C", 99)]));
        Assert.Contains("second time", result.Unavailable, StringComparison.Ordinal);
    }

    [Fact]
    public void Holding_out_most_of_the_days_leaves_the_race_out_and_says_why()
    {
        LifetimeValueResult result = LifetimeValueAnalysis.Run(Regulars(60), new LifetimeValueOptions { HoldoutDays = 200 });
        Assert.Null(result.Race);
        Assert.NotNull(result.Chosen);
        Assert.Contains(result.Notes, note => note.StartsWith("Holding out 200", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0.0, 0.1, 90)]
    [InlineData(1.5, 0.1, 90)]
    [InlineData(1.0, -0.1, 90)]
    [InlineData(1.0, 0.1, 3)]
    public void Settings_out_of_range_are_refused(double margin, double rate, int holdout) => Assert.Throws<ArgumentOutOfRangeException>(
        () => LifetimeValueAnalysis.Run(Regulars(3), new LifetimeValueOptions { Margin = margin, AnnualDiscountRate = rate, HoldoutDays = holdout }));

    /// <summary>Customers who come every 17 to 46 days with two orders of 5 on a day, the first of them every 30 days.</summary>
    private static CleanedTransactions Regulars(int customers)
    {
        var lines = new List<Line>();
        for (int c = 0; c < customers; c++)
        {
            int gap = 17 + ((c + 13) % 30);
            for (int day = c % 7; day < 270; day += gap)
            {
                lines.Add(Sale($"C{c}", day));
                lines.Add(Sale($"C{c}", day, 2) with { Invoice = $"second {c} {day}", Date = Start.AddDays(day).AddHours(3) });
            }
        }

        return Clean(lines);
    }

    private static readonly DateTime Start = new(2024, 1, 1, 9, 0, 0);

    private static Line Sale(string customer, int day, int product = 1) => new(customer, $"{customer} {day}", $"P{product}", 1, 5) { Date = Start.AddDays(day) };

    private static CleanedTransactions Clean(IReadOnlyList<Line> lines) => CleaningPipeline.Run(Line.Table(lines)).Cleaned;
}
