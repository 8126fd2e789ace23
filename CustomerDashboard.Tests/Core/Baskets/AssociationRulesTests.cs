using System.Globalization;
using CustomerDashboard.Core.Baskets;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Baskets;

public class AssociationRulesTests
{
    // A and B together in 4 of 10 baskets, A in 5, B in 6, C in 2 of those with A and B.
    private static readonly BasketTable Ten = BasketTable.Of([[0, 1, 2], [0, 1, 2], [0, 1], [0, 1], [0], [1], [1], [2, 3], [3], [3]], ["A", "B", "C", "D"]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_rule_at_one_percent_has_the_peers_measures()
    {
        BasketTable table = RetailBaskets.Table;
        RuleSet rules = Rules(table, .01);
        string[][] expected = [.. File.ReadLines(SharedData.RequireReference("rules_0.01.csv")).Skip(1).Select(line => line.Split(','))];
        Assert.Equal(1_120, rules.Rules.Count);
        Assert.Equal(expected.Length, rules.Rules.Count);
        Dictionary<string, AssociationRule> found = rules.Rules.ToDictionary(rule => Name(table, rule.Antecedent) + ">" + Name(table, rule.Consequent));
        foreach (string[] line in expected)
        {
            AssociationRule rule = found[Sorted(line[0]) + ">" + Sorted(line[1])];
            double[] measures = [rule.Support, rule.Confidence, rule.Lift, rule.Leverage, rule.Conviction];
            for (int i = 0; i < measures.Length; i++)
            {
                double figure = double.Parse(line[i + 2], CultureInfo.InvariantCulture);
                Assert.True(figure.Equals(measures[i]) || Math.Abs(figure - measures[i]) <= 1e-6 * Math.Abs(figure), $"{line[0]} > {line[1]}, measure {i}: {figure} and {measures[i]}");
            }
        }

        AssociationRule strongest = rules.Rules[0];
        Assert.Equal(("23172", "23171"), (Name(table, strongest.Antecedent), Name(table, strongest.Consequent)));
        Assert.Equal(61.8959, strongest.Lift, .00005);
    }

    [Fact]
    public void At_half_a_percent_there_are_as_many_rules_as_the_peers_find() => Assert.Equal(16_012, Rules(RetailBaskets.Table, .005).Rules.Count);

    [Fact]
    public void The_measures_of_a_worked_case()
    {
        RuleSet rules = AssociationRules.Generate(Eclat.Mine(Ten, new ItemsetOptions { MinBaskets = 2 }, null, Token), new RuleOptions(), null, Token);
        AssociationRule rule = rules.Rules.Single(one => one.Antecedent is [0] && one.Consequent is [1]);
        Assert.Equal((4, 5, 6, 10), (rule.Baskets, rule.AntecedentBaskets, rule.ConsequentBaskets, rule.TotalBaskets));
        Assert.Equal(.4, rule.Support, 1e-15);
        Assert.Equal(.8, rule.Confidence, 1e-15);
        Assert.Equal(4 / 3.0, rule.Lift, 1e-15);
        Assert.Equal(.1, rule.Leverage, 1e-15);
        Assert.Equal(2, rule.Conviction, 1e-14);
        // .1 over the greater of .4 x .5 and .5 x .2.
        Assert.Equal(.5, rule.Zhang, 1e-14);
        // Of 10 baskets 5 with A, 6 with B: 4 or 5 together in (5 x 5 ... choose) 5C4 5C2 + 5C5 5C1 of 10C6 ways.
        Assert.Equal(((5 * 10) + 5) / 210.0, rule.PValue, 1e-14);
        Assert.Equal(rule.PValue, rules.Rules.Single(one => one.Antecedent is [1] && one.Consequent is [0]).PValue);
        Assert.True(double.IsPositiveInfinity(rules.Rules.Single(one => one.Antecedent is [0, 2] && one.Consequent is [1]).Conviction));
    }

    [Fact]
    public void A_rule_that_says_no_more_than_a_shorter_one_is_folded_into_it()
    {
        // Of A, B and C: A leads to B in 4 of 5, A and C in 2 of 2: that says more. B and C lead to A in 2 of 2, C alone in 2 of 3.
        RuleSet rules = AssociationRules.Generate(Eclat.Mine(Ten, new ItemsetOptions { MinBaskets = 2 }, null, Token), new RuleOptions { MinLift = 0 }, null, Token);
        Assert.Null(rules.Rules.Single(one => one.Antecedent is [0, 2] && one.Consequent is [1]).FoldedInto);
        Assert.Null(rules.Rules.Single(one => one.Antecedent is [0] && one.Consequent is [1]).FoldedInto);
        // A and B lead to C in 2 of 4, A alone in 2 of 5, B in 2 of 6: more.
        Assert.Null(rules.Rules.Single(one => one.Antecedent is [0, 1] && one.Consequent is [2]).FoldedInto);
        BasketTable same = BasketTable.Of([[0, 1, 2], [0, 1, 2], [0, 1], [1]], ["A", "B", "C"]);
        rules = AssociationRules.Generate(Eclat.Mine(same, new ItemsetOptions { MinBaskets = 2 }, null, Token), new RuleOptions(), null, Token);
        Assert.Equal([0], rules.Rules.Single(one => one.Antecedent is [0, 1] && one.Consequent is [2]).FoldedInto!);
        Assert.Equal(rules.Rules.Count(rule => rule.FoldedInto is null), rules.Distinct);
    }

    [Fact]
    public void Every_folded_rule_has_its_shorter_one_among_the_rules()
    {
        BasketTable table = RetailBaskets.Table;
        RuleSet rules = Rules(table, .005);
        Dictionary<string, AssociationRule> found = rules.Rules.ToDictionary(rule => Name(table, rule.Antecedent) + ">" + Name(table, rule.Consequent));
        AssociationRule[] folded = [.. rules.Rules.Where(rule => rule.FoldedInto is not null)];
        Assert.NotEmpty(folded);
        Assert.All(folded, rule => Assert.True(found[Name(table, rule.FoldedInto!) + ">" + Name(table, rule.Consequent)].Confidence >= rule.Confidence));
    }

    [Fact]
    public void The_correction_counts_every_rule_looked_at()
    {
        ItemsetTable itemsets = Eclat.Mine(RetailBaskets.Table, new ItemsetOptions { MinBaskets = 186 }, null, Token);
        RuleSet all = AssociationRules.Generate(itemsets, new RuleOptions { MinLift = 0 }, null, Token);
        Assert.Equal((333 * 2) + (71 * 6) + (2 * 14), all.Examined);
        Assert.Equal(all.Examined, all.Rules.Count);
        double[] adjusted = FalseDiscovery.Adjust([.. all.Rules.Select(rule => rule.PValue)]);
        for (int i = 0; i < adjusted.Length; i++)
        {
            Assert.Equal(adjusted[i], all.Rules[i].AdjustedPValue, 1e-15);
        }

        RuleSet some = AssociationRules.Generate(itemsets, new RuleOptions { MinConfidence = .5, MinLift = 20 }, null, Token);
        Assert.All(some.Rules, rule => Assert.True(rule is { Confidence: >= .5, Lift: >= 20 }));
        Assert.Equal(all.Rules.Count(rule => rule is { Confidence: >= .5, Lift: >= 20 }), some.Rules.Count);
        Assert.Equal(all.Rules.First(rule => rule.Confidence >= .5).AdjustedPValue, some.Rules[0].AdjustedPValue);
    }

    [Fact]
    public void Too_many_rules_are_refused_with_advice()
    {
        int[] twelve = [.. Enumerable.Range(0, 12)];
        BasketTable table = BasketTable.Of([twelve, twelve, twelve], [.. twelve.Select(i => $"P{i}")]);
        ItemsetTable itemsets = Eclat.Mine(table, new ItemsetOptions { MinBaskets = 2 }, null, Token);
        var refusal = Assert.Throws<TooManyRulesException>(() => AssociationRules.Generate(itemsets, new RuleOptions { MaxRules = 10_000 }, null, Token));
        Assert.Contains("Raise the support", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RuleOptions { MinConfidence = 1.1 }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new RuleOptions { MinLift = double.NaN }.Validate());
    }

    [Fact]
    public void Closed_and_maximal_sets_are_what_their_definitions_say()
    {
        ItemsetTable itemsets = Eclat.Mine(RetailBaskets.Table, new ItemsetOptions { MinBaskets = 100 }, null, Token);
        ItemsetKinds kinds = ItemsetKinds.Of(itemsets);
        Assert.InRange(kinds.Maximal, 1, kinds.Closed - 1);
        for (int i = 0; i < itemsets.Count; i += 37)
        {
            int[] larger = [.. Enumerable.Range(0, itemsets.Count).Where(other => itemsets.Length(other) > itemsets.Length(i) && !itemsets[i].ToArray().Except(itemsets[other].ToArray()).Any())];
            Assert.Equal(larger.Length == 0, kinds.IsMaximal(i));
            Assert.Equal(larger.All(other => itemsets.Baskets(other) < itemsets.Baskets(i)), kinds.IsClosed(i));
        }

        ItemsetKinds same = ItemsetKinds.Of(Eclat.Mine(BasketTable.Of([[0, 1], [0, 1], [0]], ["A", "B"]), new ItemsetOptions(), null, Token));
        Assert.Equal((2, 1), (same.Closed, same.Maximal));
    }

    private static RuleSet Rules(BasketTable table, double support) => AssociationRules.Generate(
        Eclat.Mine(table, new ItemsetOptions { MinBaskets = ItemsetOptions.BasketsOf(support, table.Count) }, null, Token), new RuleOptions(), null, Token);

    private static string Name(BasketTable table, int[] products) => string.Join('+', products.Select(product => table.ProductCodes[product]).Order(StringComparer.Ordinal));

    private static string Sorted(string codes) => string.Join('+', codes.Split('+').Order(StringComparer.Ordinal));
}
