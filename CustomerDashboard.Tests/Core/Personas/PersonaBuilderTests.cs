using System.Globalization;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Personas;
using CustomerDashboard.Core.Segmentation;
using CustomerDashboard.Tests.Core.Segmentation;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Personas;

public sealed class PersonaBuilderTests
{
    [Fact]
    public void Basket_products_times_and_countries_agree_with_the_hand()
    {
        SegmentSolution solution = Shop.Solution();
        Assert.Equal([0, 0, 0, 1, 1, 1], solution.Labels);

        Persona big = PersonaBuilder.Build(Shop.Lines(), Shop.Features(), solution).Personas[0];

        // Five orders of 40, 40, 60, 40 and 100; units 15, 20, 30, 10, 50; lines 2, 1, 1, 1, 1.
        Assert.Equal(new TypicalBasket(5, 40, 20, 1, 1), big.Basket);

        // Tea: 20 + 40 + 60 + 100 of 280, in 4 of 5 orders here and 4 of 8 in all.
        PersonaProduct tea = big.TopProducts[0];
        Assert.Equal(("TEA", 220.0, 3), (tea.Code, tea.Revenue, tea.Customers));
        Assert.Equal(220.0 / 280, tea.RevenueShare, 12);
        Assert.Equal(0.8, tea.OrderShare, 12);
        Assert.Equal(1.6, tea.Lift, 12);

        // Three of five orders on a Monday, at 9, 10, 10, 11 and 9 o'clock.
        Assert.Equal(0.8, big.Times!.Weekdays[0], 12);
        Assert.Equal(0.4, big.Times.Hours[9], 12);
        Assert.Contains("Monday (80% of orders)", big.Times.Sentence, StringComparison.Ordinal);
        Assert.Contains("between 09:00 and 12:00", big.Times.Sentence, StringComparison.Ordinal);

        Assert.Equal(["UK", "France"], big.Countries.Select(country => country.Name));
        Assert.Equal(2.0 / 3, big.Countries[0].Share, 12);
        Assert.Equal(2.0 / 3 / 0.5, big.Countries[0].Lift, 12);
    }

    [Fact]
    public void Shares_and_the_headline_speak_of_the_segments_own_numbers()
    {
        PersonaSet set = PersonaBuilder.Build(Shop.Lines(), Shop.Features(), Shop.Solution(), new PersonaOptions { Currency = "GBP" });

        Assert.Equal(280.0 / 293, set.Personas[0].RevenueShare!.Value, 12);
        Assert.Equal("3 customers, 50% of all, bring 96% of revenue.", set.Personas[0].Summary);
        Assert.StartsWith("Two segments. The 3 ", set.Headline, StringComparison.Ordinal);
        PersonaEvidence spend = set.Personas[0].Evidence.Single(e => e.FeatureId == FeatureIds.Monetary);
        Assert.Equal((280.0 / 3, 293.0 / 6), (spend.SegmentValue, spend.AverageValue));
        Assert.Equal("Spend 1.9 times as much as the average customer: GBP 93 against GBP 49.", spend.Sentence);
    }

    [Fact]
    public void Every_persona_has_evidence_an_example_and_three_actions_with_goals()
    {
        PersonaSet set = PersonaBuilder.Build(Shop.Lines(), Shop.Features(), Shop.Solution());
        Assert.All(set.Personas, persona =>
        {
            Assert.NotEmpty(persona.Evidence);
            Assert.Equal(3, persona.Actions.Count);
            Assert.Equal(3, persona.Actions.Select(action => action.Title).Distinct().Count());
            Assert.All(persona.Actions, action => Assert.Contains(action.Goal, char.IsDigit));
            Assert.Contains(persona.Example.CustomerId, persona.Example.Sentence, StringComparison.Ordinal);
            Assert.Equal(persona.SegmentId, Shop.Solution().Labels[persona.Example.Row]);
        });
    }

    [Fact]
    public void The_names_of_Online_Retail_are_what_a_marketer_would_say()
    {
        CustomerFeatureTable table = OnlineRetail.ReadFeatures();
        SegmentationResult result = CustomerSegmentation.Run(table, cancellationToken: TestContext.Current.CancellationToken);

        PersonaSet four = PersonaBuilder.Build(null, table, result.Find(4)!, new PersonaOptions { Currency = "GBP" }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["Champions", "Loyal Customers", "Potential Loyalists", "One-Time Buyers"], four.Personas.Select(p => p.Name));
        Assert.Contains("16% of customers and bring 65% of revenue", four.Headline, StringComparison.Ordinal);
        foreach (SegmentSolution solution in result.Solutions)
        {
            IReadOnlyList<string> names = PersonaBuilder.Names(table, solution);
            Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
            foreach (SegmentSummary segment in solution.Segments)
            {
                string name = names[segment.Id];
                double tenure = segment.Feature(FeatureIds.Tenure).Median;
                double orders = segment.Feature(FeatureIds.Frequency).Median;
                double recency = segment.Feature(FeatureIds.Recency).Median;
                Assert.False(name.Contains("New", StringComparison.Ordinal) && tenure > 120, $"{name} after {tenure} days");
                Assert.False(name.Contains("One-Time", StringComparison.Ordinal) && orders > 1, $"{name} with {orders} orders");
                Assert.False(name is "Champions" or "Active Regulars" or "Key Accounts" && recency > 30, $"{name} silent for {recency} days");
                Assert.False(name.StartsWith("Lost", StringComparison.Ordinal) && recency < 120, $"{name} bought {recency} days ago");
                Assert.False(name == "Potential Loyalists" && orders > 4, $"{name} with {orders} orders");
                Assert.False(name.Contains("Loyal", StringComparison.Ordinal) && orders < 2, $"{name} with {orders} orders");
            }
        }
    }

    [Fact]
    public void Goals_are_computed_from_the_segment()
    {
        CustomerFeatureTable table = OnlineRetail.ReadFeatures();
        SegmentSolution four = CustomerSegmentation.Run(table, cancellationToken: TestContext.Current.CancellationToken).Find(4)!;

        Persona champions = PersonaBuilder.Build(null, table, four, cancellationToken: TestContext.Current.CancellationToken).Personas[0];

        MarketingAction keep = champions.Actions[0];
        int lost = (int)Math.Round(0.05 * champions.Size, MidpointRounding.AwayFromZero);
        Assert.Equal(champions.Size - lost, keep.GoalCustomers);
        Assert.Equal(lost * champions.Revenue!.Value / champions.Size, keep.GoalValue!.Value, 1e-6);
    }

    [Fact]
    public void Names_are_unique_and_shares_add_up_whatever_the_data() =>
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
        {
            CustomerFeatureTable table = RandomCustomers(seed);
            SegmentationResult result = CustomerSegmentation.Run(table, new SegmentationOptions { Starts = 1, MaxClusters = 9 });
            return result.Solutions.All(solution =>
            {
                PersonaSet set = PersonaBuilder.Build(null, table, solution);
                return set.Personas.Select(p => p.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() == solution.K
                    && Math.Abs(set.Personas.Sum(p => p.CustomerShare) - 1) < 1e-9
                    && Math.Abs(set.Personas.Sum(p => p.RevenueShare!.Value) - 1) < 1e-9
                    && set.Personas.Select(p => p.Name).SequenceEqual(PersonaBuilder.Names(table, solution));
            });
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public void Twenty_segments_of_the_same_few_customers_still_have_different_names()
    {
        CustomerFeatureTable table = RandomCustomers(3);
        SegmentationResult result = CustomerSegmentation.Run(
            table,
            new SegmentationOptions { Starts = 1, MinClusters = 20, MaxClusters = 30 },
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.All(result.Solutions, solution => Assert.Equal(
            solution.K, PersonaBuilder.Names(table, solution).Distinct(StringComparer.OrdinalIgnoreCase).Count()));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Sentences_do_not_depend_on_the_culture(string culture)
    {
        string[] Write() => [.. PersonaBuilder.Build(Shop.Lines(), Shop.Features(), Shop.Solution()).Personas.SelectMany(Words)];
        string[] expected = Write();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Write());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_solution_of_other_customers_is_refused() =>
        Assert.Throws<ArgumentException>(() => PersonaBuilder.Build(null, RandomCustomers(1), Shop.Solution()));

    private static IEnumerable<string> Words(Persona persona) =>
        [
            persona.Name, persona.NameReason, persona.Summary, persona.Times!.Sentence, persona.Example.Sentence,
            .. persona.Evidence.Select(e => e.Sentence),
            .. persona.Actions.Select(a => a.Goal),
        ];

    private static CustomerFeatureTable RandomCustomers(int seed)
    {
        var random = new RandomSource(seed);
        int count = 60 + random.NextInt(60);
        double[][] columns = [.. Enumerable.Range(0, 7).Select(_ => new double[count])];
        for (int i = 0; i < count; i++)
        {
            double orders = 1 + Math.Floor(Math.Exp(random.NextDouble() * 3) - 1);
            double tenure = 1 + random.NextInt(400);
            columns[0][i] = 1 + Math.Floor(random.NextDouble() * (tenure - 1));
            columns[1][i] = orders;
            columns[3][i] = Math.Exp(3 + (2 * random.NextDouble()));
            columns[2][i] = orders * columns[3][i];
            columns[4][i] = tenure;
            columns[5][i] = orders > 1 ? tenure / orders : double.NaN;
            columns[6][i] = random.NextDouble() * random.NextDouble();
        }

        string[] ids =
        [
            FeatureIds.Recency, FeatureIds.Frequency, FeatureIds.Monetary, FeatureIds.AverageOrderValue,
            FeatureIds.Tenure, FeatureIds.MeanDaysBetweenPurchases, FeatureIds.DiscountShare,
        ];
        return new CustomerFeatureTable(
            [.. Enumerable.Range(1, count).Select(i => i.ToString(CultureInfo.InvariantCulture))],
            [.. ids.Select(FeatureCatalog.Get)],
            columns,
            new DateTime(2023, 1, 1));
    }
}
