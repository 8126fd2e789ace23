using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Segmentation;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Tests.Core.Segmentation;

public sealed class AttributeJoinTests
{
    private static readonly CustomerFeatureTable Purchases = new(
        ["10", "20", "30"], [new("Age", "Age of account", "", "days", "", "", null)], [[1, 2, 3]], DateTime.MinValue);

    private static readonly CustomerAttributeTable Attributes = new(
        ["30", "10", "99"],
        [new("Age", [61, 41, 99], null), new("Tier", null, new CodedColumn([0, 1, 0], ["Gold", "Basic"]))],
        [2, 3, 4]);

    [Fact]
    public void Attributes_stand_beside_the_features_of_the_same_customer()
    {
        JoinedAttributes joined = AttributeJoin.Add(Purchases, Attributes);

        Assert.Equal(["Age", "Age (attribute)", "Tier=Gold", "Tier=Basic"], joined.Table.Definitions.Select(definition => definition.Id));
        Assert.Equal([1, 2, 3], joined.Table["Age"]);
        Assert.Equal([41, double.NaN, 61], joined.Table["Age (attribute)"]);
        Assert.Equal([0, double.NaN, 1], joined.Table["Tier=Gold"]);
        Assert.Contains("2 of 3 customers", joined.Notes[^1]);
        Assert.Contains("1 of its 3 rows", joined.Notes[^1]);
    }

    [Fact]
    public void Files_without_a_shared_customer_are_told_apart_by_their_ids()
    {
        CustomerAttributeTable strangers = Attributes with { CustomerIds = ["a", "b", "c"] };
        var refused = Assert.Throws<ArgumentException>(() => AttributeJoin.Add(Purchases, strangers));
        Assert.Contains("'10'", refused.Message);
        Assert.Contains("'a'", refused.Message);
    }

    [Fact]
    public async Task The_pipeline_groups_by_an_attribute_and_survives_one_that_cannot_be_used()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string shop = Path.Combine(folder, "shop.csv");
            string ages = Path.Combine(folder, "ages.csv");
            CancellationToken token = TestContext.Current.CancellationToken;
            await File.WriteAllLinesAsync(shop, ["InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country",
                .. Enumerable.Range(0, 400).Select(i => $"{1000 + i},P{i % 7},Thing {i % 7},{1 + (i % 5)},2011-{1 + (i % 12):00}-{1 + (i % 28):00} 10:00,{1 + (i % 9)}.50,{100 + (i % 40)},United Kingdom")], token);
            await File.WriteAllLinesAsync(ages, ["CustomerID,Age,Gender", .. Enumerable.Range(0, 40).Select(i => $"{100 + i},{20 + (i % 2 * 40) + (i % 3)},{(i % 2 == 0 ? "F" : "M")}")], token);
            AnalysisOptions options = AnalysisOptions.Default with { Segmentation = new SegmentationOptions { Features = ["Age"], LogTransform = false, MaxClusters = 4, ChosenK = 2 } };

            AnalysisResult result = new AnalysisPipeline().Run(AnalysisInput.FromFile(shop) with { Attributes = AttributeSource.FromFile(ages) }, options, null, token);

            Assert.Null(result.Segmentation!.Failure);
            Assert.Contains(result.Notes, note => note.Contains("40 of 40 customers", StringComparison.Ordinal));
            int[] labels = result.Segments!.Labels;
            double[] age = result.Features!["Age"];
            Assert.All(Enumerable.Range(0, labels.Length), row => Assert.Equal(age[row] > 50, labels[row] == labels[Array.FindIndex(age, a => a > 50)]));

            await File.WriteAllTextAsync(ages, "", token);
            AnalysisResult without = new AnalysisPipeline().Run(
                AnalysisInput.FromFile(shop) with { Attributes = AttributeSource.FromFile(ages) }, AnalysisOptions.Default, null, token);
            Assert.False(without.HasFailure);
            Assert.Contains(without.Notes, note => note.Contains("'ages.csv' were not added", StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
