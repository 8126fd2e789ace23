using System.Globalization;
using System.Text.Json;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Tests.Core.Cleaning;

public class CleaningPipelineTests
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

    [Theory]
    [InlineData("C", false, 1)]
    [InlineData("C", true, 2)]
    [InlineData("c", false, 1)]
    [InlineData("CN-", true, 0)]
    public void The_prefix_minds_case_only_when_told_to(string prefix, bool ignoreCase, int removed)
    {
        CleaningOptions options = new() { Cancellations = new CancellationOptions { Mark = CancellationMark.InvoicePrefix, Prefix = prefix, IgnoreCase = ignoreCase } };

        CleaningResult result = Run(options, new Line("1", "10", "A"), new Line("1", "C11", "A"), new Line("1", "c12", "A"));

        Assert.Equal(removed, result.Step(CleaningRuleIds.Cancellations).RowsRemoved);
    }

    [Fact]
    public void Order_ids_which_all_begin_with_a_letter_are_no_cancellations()
    {
        CleaningResult result = Run(
            CleaningOptions.Default,
            new Line("1", "CA-2016-152156", "A"), new Line("1", "CA-2016-138688", "B"), new Line("2", "US-2015-108966", "A"));

        CleaningStep step = result.Step(CleaningRuleIds.Cancellations);
        Assert.Equal(3, result.After.Rows);
        Assert.False(step.Applicable);
        Assert.Contains("no quantity is negative", step.NotApplicableReason, StringComparison.Ordinal);
        Assert.Empty(result.Cleaned.Cancellations.Ticks);
    }

    [Fact]
    public void Found_from_the_data_a_negative_quantity_marks_the_returns_where_no_letters_do()
    {
        CleaningResult result = Run(CleaningOptions.Default, new Line("1", "CA-10", "A"), new Line("1", "CA-11", "A", -2));

        CleaningStep step = result.Step(CleaningRuleIds.Cancellations);
        Assert.Equal((1, -2.0), (step.RowsRemoved, Assert.Single(result.Cleaned.Cancellations.Amount)));
        Assert.Contains("negative quantities (1 of 2 lines)", step.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Negative_quantities_can_mark_returns()
    {
        CleaningOptions options = new() { Cancellations = new CancellationOptions { Mark = CancellationMark.NegativeQuantity } };

        CleaningResult result = Run(options, new Line("1", "10", "A"), new Line("1", "11", "A", -1));

        Assert.Equal(1, result.Step(CleaningRuleIds.Cancellations).RowsRemoved);
        Assert.Single(result.Cleaned.Cancellations.Ticks);
    }

    [Fact]
    public void Missing_values_can_be_kept_filled_or_dropped()
    {
        CleaningOptions options = new()
        {
            MissingValues = new MissingValueOptions
            {
                Customer = MissingValueTreatment.FillWith("Guest"),
                Product = MissingValueTreatment.Drop,
                Country = MissingValueTreatment.FillWith("France"),
                Quantity = MissingValueTreatment.FillWith(4),
            },
        };

        CleaningResult result = Run(
            options,
            new Line(null, "10", "A") { Country = null },
            new Line("1", "11", null),
            new Line("1", "12", "A", double.NaN, 2),
            new Line("1", "13", "A", 1, double.NaN));

        Assert.Equal([0, 6, 0, 0], result.RemovedBy);
        Assert.Equal(["Guest", "1"], result.Cleaned.CustomerIds);
        Assert.Equal(["France", "United Kingdom"], result.Cleaned.Countries);
        Assert.Equal([1.0, 8, 0], result.Cleaned.Amount);
        Assert.Equal([1.0, 4, 1], result.Cleaned.Quantity);
        CleaningStep quantity = result.Step(CleaningRuleIds.MissingQuantity);
        Assert.Equal((1, 0, 8.0), (quantity.RowsChanged, quantity.RowsRemoved, quantity.RevenueChanged));
        Assert.Equal((false, 1), (result.Step(CleaningRuleIds.MissingPrice).Enabled, result.Step(CleaningRuleIds.MissingPrice).StandaloneRows));
        Assert.Equal(double.NaN, result.Source.Quantity[2]);
    }

    [Fact]
    public void Lines_without_a_customer_can_be_kept_as_one_unknown_customer()
    {
        CleaningOptions options = new() { MissingValues = new MissingValueOptions { Customer = MissingValueTreatment.KeepAsUnknown } };

        CleaningResult result = Run(options, new Line(null, "10", "A"), new Line("1", "11", "A"), new Line(null, "12", "A"));

        Assert.Equal([MissingValueOptions.UnknownCustomer, "1"], result.Cleaned.CustomerIds);
        Assert.False(result.Step(CleaningRuleIds.MissingCustomer).Enabled);
        Assert.Equal((1, 2), (result.Before.Customers, result.After.Customers));
    }

    [Fact]
    public void The_date_window_includes_both_its_days()
    {
        CleaningOptions options = new()
        {
            DateWindow = new DateWindowOptions { Enabled = true, From = new DateOnly(2024, 5, 2), To = new DateOnly(2024, 5, 3) },
        };

        CleaningResult result = Run(
            options,
            new Line("1", "10", "A") { Date = new DateTime(2024, 5, 1, 23, 59, 59) },
            new Line("1", "11", "A") { Date = new DateTime(2024, 5, 2) },
            new Line("1", "12", "A") { Date = new DateTime(2024, 5, 3, 23, 59, 59) },
            new Line("1", "13", "A") { Date = new DateTime(2024, 5, 4) },
            new Line("1", "C14", "A", -1) { Date = new DateTime(2024, 5, 5) });

        Assert.Equal([12, 0, 0, 12, 3], result.RemovedBy);
        Assert.Empty(result.Cleaned.Cancellations.Ticks);
    }

    [Theory]
    [InlineData(CountryFilter.Include, new[] { 0, 13, 13 })]
    [InlineData(CountryFilter.Exclude, new[] { 13, 0, 0 })]
    public void Countries_are_included_or_excluded(CountryFilter filter, int[] expected)
    {
        CleaningOptions options = new() { Countries = new CountryOptions { Enabled = true, Filter = filter, Names = ["FRANCE"] } };

        CleaningResult result = Run(
            options,
            new Line("1", "10", "A") { Country = "France" },
            new Line("1", "11", "A") { Country = "Spain" },
            new Line("1", "12", "A") { Country = null });

        Assert.Equal(expected, result.RemovedBy.Select(number => (int)number));
    }

    [Fact]
    public void Outliers_are_dropped_beyond_the_fence_of_the_kept_lines()
    {
        CleaningOptions options = new() { Outliers = new OutlierOptions { Enabled = true, Factor = 1.5 } };
        Line[] lines = [.. Enumerable.Range(1, 9).Select(i => new Line("1", $"{i}", "A", i)), new Line("1", "10", "A", 14), new Line(null, "11", "A", 1e6)];

        CleaningResult result = Run(options, lines);

        // Quartiles of 1..9 and 14 are 3.25 and 7.75, so the fence ends at 14.5; all the lines alone reach 3.5, 8.5 and 16.
        Assert.Equal(0, result.Step(CleaningRuleIds.Outliers).RowsRemoved);
        Assert.Equal("quantity from -3.5 to 14.5", result.Step(CleaningRuleIds.Outliers).Detail);
        Assert.Equal(1, result.Step(CleaningRuleIds.Outliers).StandaloneRows);
        lines[9] = lines[9] with { Quantity = 15 };
        Assert.Equal(1, Run(options, lines).Step(CleaningRuleIds.Outliers).RowsRemoved);
    }

    [Fact]
    public void Outliers_can_be_set_to_the_limit()
    {
        CleaningOptions options = new()
        {
            Outliers = new OutlierOptions
            {
                Enabled = true,
                Method = OutlierMethod.Percentile,
                Action = OutlierAction.Winsorise,
                LowerPercentile = 0,
                UpperPercentile = 75,
            },
        };
        Line[] lines = [.. Enumerable.Range(1, 5).Select(i => new Line("1", $"{i}", "A", i, 2))];

        CleaningResult result = Run(options, lines);

        Assert.Equal([1.0, 2, 3, 4, 4], result.Cleaned.Quantity);
        Assert.Equal([2.0, 4, 6, 8, 8], result.Cleaned.Amount);
        CleaningStep step = result.Step(CleaningRuleIds.Outliers);
        Assert.Equal((1, 0, -2.0), (step.RowsChanged, step.RowsRemoved, step.RevenueChanged));
        Assert.Equal(5, result.Source.Quantity[4]);
    }

    [Fact]
    public void Customers_with_too_few_orders_go()
    {
        CleaningOptions options = new() { MinimumOrders = new MinimumOrdersOptions { Enabled = true, Orders = 2 } };

        CleaningResult result = Run(
            options,
            new Line("1", "10", "A"),
            new Line("1", "10", "B"),
            new Line("2", "11", "A"),
            new Line("2", "12", "A"),
            new Line("3", "13", "A"),
            new Line("3", "C14", "A", -1));

        Assert.Equal(["2"], result.Cleaned.CustomerIds);
        CleaningStep step = result.Step(CleaningRuleIds.MinimumOrders);
        Assert.Equal((3, 2), (step.RowsRemoved, step.CustomersRemoved));
        Assert.Equal((2, 1), (step.StandaloneRows, step.StandaloneCustomers));
    }

    [Fact]
    public void Codes_that_are_not_products_go_when_asked()
    {
        CleaningOptions options = new() { NonProducts = new NonProductOptions { Enabled = true, Codes = ["POST"] } };

        CleaningResult result = Run(options, new Line("1", "10", "A"), new Line("1", "10", "POST"), new Line("1", "10", "post"));

        Assert.Equal([0, 11, 0], result.RemovedBy);
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

    private static readonly DateTime Noon = new(2024, 5, 1, 12, 0, 0);

    private static CleaningResult Run(CleaningOptions options, params Line[] lines) =>
        CleaningPipeline.Run(Line.Table(lines), options, cancellationToken: TestContext.Current.CancellationToken);

    private static void AssertRefused(CleaningOptions options, string words) =>
        Assert.Contains(words, Assert.ThrowsAny<ArgumentException>(options.Validate).Message, StringComparison.Ordinal);
}
