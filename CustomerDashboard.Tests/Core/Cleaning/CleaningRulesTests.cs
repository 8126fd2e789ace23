using CustomerDashboard.Core.Cleaning;

namespace CustomerDashboard.Tests.Core.Cleaning;

/// <summary>What each rule takes and leaves, as it is set.</summary>
public sealed class CleaningRulesTests : CleaningCase
{
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
}
