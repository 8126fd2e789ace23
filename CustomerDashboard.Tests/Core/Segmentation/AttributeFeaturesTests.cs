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

    [Fact]
    public void An_ordered_category_becomes_its_place()
    {
        var table = new CustomerAttributeTable(["a", "b", "c", "d"], [new AttributeColumn("Tier", null, new CodedColumn([2, 0, 1, -1], ["Silver", "Gold", "Bronze"]))], [2, 3, 4, 5]);
        var ordered = new AttributeFeatureOptions { Ordinal = new Dictionary<string, IReadOnlyList<string>> { ["Tier"] = ["Bronze", "Silver", "Gold"] } };

        AttributeFeatureSet set = AttributeFeatures.Build(table, ordered);

        Assert.Equal(["Tier"], set.Table.Definitions.Select(definition => definition.Id));
        Assert.Equal([1, 2, 3, double.NaN], set.Table["Tier"]);
        Assert.Equal(["Tier"], set.DefaultOptions.Features);

        var missing = new AttributeFeatureOptions { Ordinal = new Dictionary<string, IReadOnlyList<string>> { ["Tier"] = ["Bronze", "Silver"] } };
        Assert.Contains("does not name 'Gold'", Assert.Throws<ArgumentException>(() => AttributeFeatures.Build(table, missing)).Message);
        var twice = new AttributeFeatureOptions { Ordinal = new Dictionary<string, IReadOnlyList<string>> { ["Tier"] = ["Bronze", "Bronze"] } };
        Assert.Throws<ArgumentException>(twice.Validate);
        var unknown = new AttributeFeatureOptions { Ordinal = new Dictionary<string, IReadOnlyList<string>> { ["Level"] = ["Low", "High"] } };
        Assert.Contains("There is no column 'Level'", Assert.Throws<ArgumentException>(() => AttributeFeatures.Build(table, unknown)).Message);
    }
}
