using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Segmentation;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Tests.Core.Segmentation;

public sealed class AttributeFeaturesTests
{
    private static readonly CustomerAttributeTable People = new(
        ["1", "2", "3"],
        [
            new AttributeColumn("Genre", null, new CodedColumn([0, 1, 0], ["Male", "Female"])),
            new AttributeColumn("Annual_Income(k$)", [15, double.NaN, 16], null),
        ],
        [2, 3, 4]);

    [Fact]
    public void Numbers_are_grouped_by_and_categories_only_described_by_default()
    {
        AttributeFeatureSet set = AttributeFeatures.Build(People);

        Assert.Equal(["Genre=Male", "Genre=Female", "Annual_Income(k$)"], set.Table.Definitions.Select(d => d.Id));
        Assert.Equal([1, 0, 1], set.Table["Genre=Male"]);
        Assert.Equal(["Annual_Income(k$)"], set.DefaultOptions.Features);
        Assert.False(set.DefaultOptions.LogTransform);
        FeatureDefinition income = set.Table.Definitions[2];
        Assert.Equal(("Annual Income", "k$"), (income.Name, income.Unit));
    }

    [Fact]
    public void Categories_take_part_when_asked_for_or_named()
    {
        Assert.Contains("Genre=Female", AttributeFeatures.Build(People, new AttributeFeatureOptions { IncludeCategories = true }).DefaultOptions.Features);
        Assert.Equal(
            ["Genre=Male", "Genre=Female"],
            AttributeFeatures.Build(People, new AttributeFeatureOptions { Columns = ["Genre"] }).DefaultOptions.Features);
    }

    [Fact]
    public void A_category_of_names_is_left_out_and_said()
    {
        var table = People with
        {
            Columns = [.. People.Columns, new AttributeColumn("Email", null, new CodedColumn([0, 1, 2], ["a@x", "b@x", "c@x"]))],
        };

        AttributeFeatureSet set = AttributeFeatures.Build(table, new AttributeFeatureOptions { MaximumCategories = 2 });

        Assert.Contains("Email", Assert.Single(set.Notes), StringComparison.Ordinal);
        Assert.DoesNotContain(set.Table.Definitions, d => d.Id.StartsWith("Email", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_column_is_named_in_the_message()
    {
        var problem = Assert.Throws<ArgumentException>(() => AttributeFeatures.Build(People, new AttributeFeatureOptions { Columns = ["Age"] }));

        Assert.Contains("'Age'", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Genre", problem.Message, StringComparison.Ordinal);
    }
}
