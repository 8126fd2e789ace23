using CustomerDashboard.Core.Baskets;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Tests.Core.Cleaning;

namespace CustomerDashboard.Tests.Core.Baskets;

public class BasketAnalysisTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static BasketResult Run(BasketOptions? options = null, int[]? segments = null) => BasketAnalysis.Run(RetailBaskets.Lines, options ?? new BasketOptions(), segments, null, Token);

    [Fact]
    public void The_data_choose_the_support_that_the_peers_were_asked_for()
    {
        BasketResult result = Run();
        Assert.Null(result.Unavailable);
        Assert.Equal((.01, 186), (result.MinSupport, result.MinBaskets));
        Assert.Equal(1_031, result.Itemsets!.Count);
        Assert.Equal(1_120, result.Rules.Rules.Count);
        Assert.Equal(new RuleEstimate(1_120, true), result.Forecast!.Estimate(.01));
        Assert.All(result.Rules.Rules, rule => Assert.NotNull(rule.Later));
    }

    [Theory]
    [InlineData(.005, 0, 1, null)]
    [InlineData(.02, .3, 5, null)]
    [InlineData(.01, .5, 1, 2)]
    [InlineData(.0075, .25, 10, 3)]
    public void The_forecast_above_the_floor_is_the_number_of_rules(double support, double confidence, double lift, int? longest)
    {
        var options = new BasketOptions { MinSupport = support, MinConfidence = confidence, MinLift = lift, MaxLength = longest };
        BasketResult result = Run(options);
        RuleEstimate expected = result.Forecast!.Estimate(support, confidence, lift, longest);
        if (expected.IsExact)
        {
            Assert.Equal(result.Rules.Rules.Count, expected.Rules);
        }
        else
        {
            // Below the survey it is an extrapolation: the right order of magnitude is all it claims.
            Assert.InRange(expected.Rules, result.Rules.Rules.Count / 4.0, result.Rules.Rules.Count * 4.0);
        }
    }

    [Fact]
    public void The_method_changes_nothing_but_the_time()
    {
        RuleSet[] found = [.. Enum.GetValues<ItemsetMethod>().Select(method => Run(new BasketOptions { Method = method }).Rules)];
        Assert.All(found, rules => Assert.Equal(found[0].Rules.Select(Text), rules.Rules.Select(Text)));
    }

    [Fact]
    public void The_later_half_is_counted_apart()
    {
        BasketResult result = Run();
        BasketTable table = result.Table;
        int half = table.Count / 2;
        foreach (AssociationRule rule in result.Rules.Rules.Where((_, i) => i % 100 == 0))
        {
            int left = 0, together = 0;
            for (int basket = half; basket < table.Count; basket++)
            {
                int[] products = table[basket].ToArray();
                bool has = !rule.Antecedent.Except(products).Any();
                left += has ? 1 : 0;
                together += has && !rule.Consequent.Except(products).Any() ? 1 : 0;
            }

            Assert.Equal((left, together), (rule.Later!.AntecedentBaskets, rule.Later.Baskets));
            Assert.Equal((double)together / left, rule.Later.Confidence, 1e-14);
        }

        Assert.Contains(result.Rules.Rules, rule => rule.Later is { Standing: RuleStanding.Holds, FoundEarlier: true });
        Assert.Contains(result.Rules.Rules, rule => rule.Later!.Standing != RuleStanding.Holds);
    }

    [Fact]
    public void Filters_leave_the_baskets_asked_for()
    {
        CleanedTransactions lines = RetailBaskets.Lines;
        BasketResult german = Run(new BasketOptions { Countries = ["germany"] });
        Assert.All(german.Table.Country, country => Assert.Equal("Germany", lines.Countries[country]));
        Assert.InRange(german.Table.Count, 400, 500);
        int[] segments = [.. Enumerable.Range(0, lines.CustomerCount).Select(customer => customer % 3)];
        BasketResult second = Run(new BasketOptions { Segments = [1], From = new DateOnly(2011, 1, 1), To = new DateOnly(2011, 6, 30) }, segments);
        Assert.All(second.Table.Customer, customer => Assert.Equal(1, customer % 3));
        Assert.True(second.Table.Ticks[0] >= new DateTime(2011, 1, 1).Ticks && second.Table.Ticks[^1] < new DateTime(2011, 7, 1).Ticks);
        Assert.NotEmpty(second.Rules.Rules);
        Assert.Contains("Widen", Run(new BasketOptions { Countries = ["Atlantis"] }).Unavailable, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Run(new BasketOptions { Segments = [1] }));
    }

    [Fact]
    public void A_bundle_is_worth_what_its_formula_says()
    {
        var options = new BasketOptions { Bundles = new BundleOptions { Uptake = .2, Discount = .05, MaxProducts = 2 } };
        BasketResult result = Run(options);
        Assert.NotEmpty(result.Bundles);
        Assert.Equal(result.Bundles.OrderByDescending(one => one.NetRevenue), result.Bundles);
        Bundle bundle = result.Bundles[0];
        CleanedTransactions lines = RetailBaskets.Lines;
        double[] values = [.. bundle.Products.Select(product => Median(lines, product))];
        Assert.Equal(values, bundle.Values);
        int first = result.Table.ProductBaskets[bundle.Products[0]], second = result.Table.ProductBaskets[bundle.Products[1]], both = bundle.Complete;
        Assert.Equal(first + second - (2 * both), bundle.LackingOne);
        double discount = .05 * (values[0] + values[1]);
        double extra = ((second - both) * ((double)both / second) * .2 * (values[0] - discount)) + ((first - both) * ((double)both / first) * .2 * (values[1] - discount));
        Assert.Equal(extra, bundle.ExtraRevenue, 1e-9 * extra);
        Assert.Equal(both * discount, bundle.DiscountCost, 1e-9 * both);
    }

    [Fact]
    public void Codes_with_several_descriptions_are_listed_with_the_most_frequent_first()
    {
        IReadOnlyList<ProductDescriptions> several = Run().Descriptions;
        CleanedTransactions lines = RetailBaskets.Lines;
        ILookup<int, string> all = Enumerable.Range(0, lines.RowCount).ToLookup(i => lines.Product[i], i => lines.Source.Description!.Values[lines.Source.Description.Codes[lines.SourceRow[i]]]);
        Assert.Equal(all.Count(product => product.Distinct().Count() > 1), several.Count);
        ProductDescriptions one = several[0];
        Assert.Equal(all[one.Product].Count(), all[one.Product].Count(name => name == one.Name) + one.Others.Sum(other => other.Value));
    }

    [Fact]
    public void What_cannot_work_is_said_in_words()
    {
        Assert.Contains("No column", BasketAnalysis.Run(Clean(("1", null), ("2", null)), new BasketOptions(), null, null, Token).Unavailable, StringComparison.Ordinal);
        Assert.Contains("one product only", BasketAnalysis.Run(Clean(("1", "A"), ("2", "B")), new BasketOptions(), null, null, Token).Unavailable, StringComparison.Ordinal);
        BasketResult everywhere = BasketAnalysis.Run(Clean([.. Enumerable.Range(0, 30).SelectMany(i => new (string, string?)[] { ($"{i}", "A"), ($"{i}", i % 2 == 0 ? "B" : "C") })]), new BasketOptions(), null, null, Token);
        Assert.Contains(everywhere.Notes, note => note.Contains("every basket", StringComparison.Ordinal));
        Assert.All(everywhere.Rules.Rules, rule => Assert.Equal(1, rule.Lift, 1e-12));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BasketOptions { MinSupport = 0 }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new BasketOptions { MaxLength = 1 }.Validate());
        Assert.Throws<ArgumentException>(() => new BasketOptions { From = new DateOnly(2011, 2, 1), To = new DateOnly(2011, 1, 1) }.Validate());
    }

    [Fact]
    public void A_hopeless_support_ends_in_advice_and_keeps_the_forecast()
    {
        (string, string?)[] everything = [.. Enumerable.Range(0, 6).SelectMany(invoice => Enumerable.Range(0, 400).Select(product => ($"{invoice}", (string?)$"P{product}")))];
        BasketResult result = BasketAnalysis.Run(Clean(everything), new BasketOptions { MinSupport = .5 }, null, null, Token);
        Assert.Contains("Raise the support", result.Refusal, StringComparison.Ordinal);
        Assert.Empty(result.Rules.Rules);
        Assert.NotNull(result.Forecast);
        Assert.Null(BasketAnalysis.Run(Clean(everything), new BasketOptions { MinSupport = .5, MaxLength = 2 }, null, null, Token).Refusal);
    }

    private static CleanedTransactions Clean(params (string Invoice, string? Product)[] lines) => CleaningPipeline.Run(Line.Table([.. lines.Select(line => new Line("1", line.Invoice, line.Product))])).Cleaned;

    private static double Median(CleanedTransactions lines, int product)
    {
        double[] amounts = [.. lines.Amount.Where((_, i) => lines.Product[i] == product).Order()];
        return (amounts[(amounts.Length - 1) / 2] + amounts[amounts.Length / 2]) / 2;
    }

    private static string Text(AssociationRule rule) => $"{string.Join(' ', rule.Antecedent)}>{string.Join(' ', rule.Consequent)} {rule.Baskets} {rule.AdjustedPValue} {rule.Later!.Standing}";
}
