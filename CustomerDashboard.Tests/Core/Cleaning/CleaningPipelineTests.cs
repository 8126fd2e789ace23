using System.Globalization;
using System.Text.Json;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Tests.Core.Cleaning;

public sealed class CleaningPipelineTests : CleaningCase
{
    [Fact]
    public void The_default_is_the_five_standard_rules_in_their_order()
    {
        CleaningResult result = Run(CleaningOptions.Default, new Line("1", "10", "A"), new Line("1", "C11", "A", -1));

        Assert.Equal(
            [
                CleaningRuleIds.MissingCustomer, CleaningRuleIds.ExactDuplicates, CleaningRuleIds.Cancellations,
                CleaningRuleIds.NonPositiveQuantity, CleaningRuleIds.NonPositivePrice,
            ],
            result.Steps.Where(step => step.Enabled).Select(step => step.RuleId));
        Assert.Equal(CleaningRuleCatalog.All.Select(rule => rule.Id), result.Steps.Select(step => step.RuleId));
        Assert.All(result.Steps, step => Assert.False(string.IsNullOrWhiteSpace(step.Why)));
    }

    [Fact]
    public void A_line_goes_to_the_first_rule_that_wants_it_and_counts_alone_for_each()
    {
        CleaningResult result = Run(
            CleaningOptions.Default,
            new Line("1", "10", "A", 2, 3),
            new Line(null, "C11", "A", -1, 3),
            new Line("1", "10", "A", 2, 3),
            new Line("2", "C12", "A", -1, 3),
            new Line("2", "13", "A", 1, 0));

        Assert.Equal([0, 1, 2, 3, 5], result.RemovedBy);
        Assert.Equal([1, 1, 2, 2, 1], result.Steps.Take(5).Select(step => step.StandaloneRows));
        Assert.Equal([0, 0, 0, 0, 1], result.Steps.Take(5).Select(step => step.CustomersRemoved));
        Assert.Equal([-3.0, 6, -3, 0, 0], result.Steps.Take(5).Select(step => step.RevenueRemoved));
        Assert.Equal(-6, result.Step(CleaningRuleIds.Cancellations).StandaloneRevenue);
        Assert.Equal([3], result.RemovedRows(3, 0, 10));
        Assert.Empty(result.RemovedRows(3, 1, 10));
        Assert.Equal(new CleaningTotals(5, 2, 4, 1, 1, 6, 3, Noon, Noon), result.Before);
        Assert.Equal(new CleaningTotals(1, 1, 1, 1, 1, 6, 2, Noon, Noon), result.After);
    }

    [Fact]
    public void Cancelling_lines_feed_the_return_rate_though_they_are_removed()
    {
        CancelledLines cancelled = Run(
            CleaningOptions.Default,
            new Line("1", "10", "A"),
            new Line("1", "C11", "A", -1),
            new Line("1", "C11", "A", -1),
            new Line("1", "C11", "B", -1),
            new Line("2", "C12", "B", -1)).Cleaned.Cancellations;

        Assert.Equal([0, 0], cancelled.Customer);
        Assert.Equal([0, 0], cancelled.Invoice);
        Assert.Equal([-1.0, -1.0], cancelled.Amount);
    }

    [Fact]
    public void A_file_with_only_customer_date_and_amount_is_cleaned()
    {
        long[] ticks = [Noon.Ticks, Noon.AddHours(2).Ticks, Noon.AddDays(1).Ticks];
        TransactionTable table = new()
        {
            Customer = new CodedColumn([0, 0, 0], ["1"]),
            Ticks = ticks,
            Quantity = [1, 1, 1],
            UnitPrice = [10, 20, 30],
            LineAmount = [10, 20, 30],
            SourceLine = [2, 3, 4],
            HasQuantity = false,
            HasUnitPrice = false,
        };

        CleaningResult result = CleaningPipeline.Run(table, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([0, 0, 1], result.Cleaned.Invoice);
        Assert.Equal(2, result.After.Invoices);
        Assert.Equal(2, result.Before.Invoices);
        Assert.Equal(60, result.After.Revenue);
        Assert.Equal([-1, -1, -1], result.Cleaned.Product);
        CleaningStep cancellations = result.Step(CleaningRuleIds.Cancellations);
        Assert.False(cancellations.Applicable);
        Assert.False(cancellations.Enabled);
        Assert.Contains("no invoice numbers", cancellations.NotApplicableReason, StringComparison.Ordinal);
        Assert.False(result.Step(CleaningRuleIds.NonPositiveQuantity).Applicable);
        Assert.True(result.Step(CleaningRuleIds.NonPositivePrice).Applicable);
    }

    [Fact]
    public void When_nothing_is_left_the_rule_that_took_the_last_lines_is_named()
    {
        NothingLeftException exception = Assert.Throws<NothingLeftException>(() => Run(
            CleaningOptions.Default, new Line(null, "10", "A"), new Line("1", "C11", "A", -1)));

        Assert.Equal(CleaningRuleIds.Cancellations, exception.RuleId);
        Assert.Contains("\"Cancellations\" removed the last 1 of 2", exception.Message, StringComparison.Ordinal);
        Assert.Contains("no lines", Assert.Throws<NothingLeftException>(() => Run(CleaningOptions.Default)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Products_are_named_by_what_they_are_most_often_called()
    {
        CleaningResult result = Run(
            CleaningOptions.Default,
            new Line("1", "10", "A") { Description = "damaged" },
            new Line("1", "11", "A") { Description = "RED MUG" },
            new Line("1", "12", "A") { Description = "RED MUG" },
            new Line("1", "13", "B") { Description = null },
            new Line("1", "14", "C") { Description = "Z" },
            new Line("1", "15", "C") { Description = "Y" });

        Assert.Equal(["RED MUG", "B", "Y"], result.Cleaned.ProductNames);
    }

    [Fact]
    public void Options_survive_json()
    {
        CleaningOptions options = new()
        {
            Outliers = new OutlierOptions { Enabled = true, Action = OutlierAction.Winsorise },
            DateWindow = new DateWindowOptions { Enabled = true, From = new DateOnly(2024, 5, 2) },
            NonProducts = new NonProductOptions { Codes = ["POST"] },
        };

        string json = JsonSerializer.Serialize(options);

        Assert.Contains("\"Winsorise\"", json, StringComparison.Ordinal);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<CleaningOptions>(json)));
    }

    [Fact]
    public void Options_that_cannot_be_used_are_refused_in_words()
    {
        AssertRefused(new CleaningOptions { Cancellations = new CancellationOptions { Mark = CancellationMark.InvoicePrefix, Prefix = " " } }, "starts with");
        AssertRefused(new CleaningOptions { Outliers = new OutlierOptions { Factor = double.NaN } }, "factor");
        AssertRefused(new CleaningOptions { Outliers = new OutlierOptions { LowerPercentile = 60, UpperPercentile = 40 } }, "percentiles");
        AssertRefused(new CleaningOptions { MinimumOrders = new MinimumOrdersOptions { Orders = 0 } }, "orders");
        AssertRefused(new CleaningOptions { Countries = new CountryOptions { Enabled = true } }, "at least one country");
        AssertRefused(
            new CleaningOptions { DateWindow = new DateWindowOptions { From = new DateOnly(2024, 5, 2), To = new DateOnly(2024, 5, 1) } }, "2024-05-01");
        AssertRefused(
            new CleaningOptions
            {
                MissingValues = new MissingValueOptions { Quantity = new MissingValueTreatment { Action = MissingValueAction.Fill } },
            },
            "quantity");
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void The_culture_changes_nothing(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        Line[] lines = [.. Enumerable.Range(1, 9).Select(i => new Line("İ1", $"{i}", "A", i + 0.5, 1.25) { Date = Noon.AddDays(i) })];
        CleaningOptions options = new() { Outliers = new OutlierOptions { Enabled = true, Factor = 0.3 } };
        string expected = JsonSerializer.Serialize(Run(options, lines).Steps);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, JsonSerializer.Serialize(Run(options, lines).Steps));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_cancelled_run_stops()
    {
        using CancellationTokenSource source = new();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => CleaningPipeline.Run(Line.Table(new Line("1", "10", "A")), cancellationToken: source.Token));
    }
}
