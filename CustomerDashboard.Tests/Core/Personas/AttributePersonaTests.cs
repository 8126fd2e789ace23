using System.Globalization;
using CustomerDashboard.Core.Personas;
using CustomerDashboard.Core.Segmentation;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Tests.Core.Personas;

public sealed class AttributePersonaTests
{
    [Fact]
    public void The_mall_has_five_groups_by_income_and_spending_with_telling_names()
    {
        AttributeFeatureSet set = AttributeFeatures.Build(ReadMall());
        SegmentationOptions options = set.DefaultOptions with { Features = ["Annual_Income(k$)", "Spending_Score(1-100)"] };

        SegmentationResult result = CustomerSegmentation.Run(set.Table, options, cancellationToken: TestContext.Current.CancellationToken);
        PersonaSet personas = PersonaBuilder.Build(null, set.Table, result.Chosen, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(5, result.ChosenK);
        Assert.Equal([81, 39, 35, 23, 22], result.Chosen.Segments.Select(segment => segment.Size));
        Assert.Equal(
            [
                "Average Customers", "High-Income High Spenders", "High-Income Careful Spenders",
                "Older Low-Income Careful Spenders", "Young Low-Income High Spenders",
            ],
            personas.Personas.Select(persona => persona.Name));
        Assert.Equal("Five segments. The largest, 81 Average Customers, are 41% of customers.", personas.Headline);
        Assert.All(personas.Personas, persona =>
        {
            Assert.Null(persona.Revenue);
            Assert.Null(persona.Basket);
            Assert.Equal(3, persona.Actions.Count);
        });
    }

    [Fact]
    public void All_numeric_columns_are_compared_by_default_and_names_stay_unique_at_every_k()
    {
        AttributeFeatureSet set = AttributeFeatures.Build(ReadMall());

        SegmentationResult result = CustomerSegmentation.Run(set.Table, set.DefaultOptions, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["Age", "Annual_Income(k$)", "Spending_Score(1-100)"], result.Prepared!.FeatureIds);
        foreach (SegmentSolution solution in result.Solutions)
        {
            int[] sizes = [.. solution.Segments.Select(segment => segment.Size)];
            Assert.Equal(sizes.OrderDescending(), sizes);
            Assert.Equal(solution.K, PersonaBuilder.Names(set.Table, solution).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        }
    }

    private static CustomerAttributeTable ReadMall()
    {
        string[][] rows = [.. File.ReadAllLines(SharedData.Require("Mall_Customers.csv")).Select(line => line.Split(','))];
        string[][] people = rows[1..];
        string[] genres = [.. people.Select(row => row[1]).Distinct()];
        double[] Numbers(int column) => [.. people.Select(row => double.Parse(row[column], CultureInfo.InvariantCulture))];
        return new CustomerAttributeTable(
            [.. people.Select(row => row[0])],
            [
                new AttributeColumn(rows[0][1], null, new CodedColumn([.. people.Select(row => Array.IndexOf(genres, row[1]))], genres)),
                new AttributeColumn(rows[0][2], Numbers(2), null),
                new AttributeColumn(rows[0][3], Numbers(3), null),
                new AttributeColumn(rows[0][4], Numbers(4), null),
            ],
            [.. Enumerable.Range(2, people.Length)]);
    }
}
