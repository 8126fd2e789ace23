using System.Text.Json;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Baskets;
using CustomerDashboard.Core.Reporting;
using CustomerDashboard.Tests.Workspaces;

namespace CustomerDashboard.Tests.Core.Analysis;

public class BasketSummaryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_summary_and_the_files_say_what_the_peers_found()
    {
        var pipeline = new AnalysisPipeline(new StageCache(1 << 30));
        AnalysisInput input = AnalysisInput.FromFile(SharedData.Require("online_retail.csv.gz"));
        AnalysisResult result = pipeline.Run(input, AnalysisOptions.Default, null, Token);
        JsonElement baskets = Summary(result);
        Assert.Equal(18_532, baskets.GetProperty("baskets").GetInt32());
        Assert.Equal(.01, baskets.GetProperty("minSupport").GetDouble());
        Assert.Equal([625, 333, 71, 2], baskets.GetProperty("itemsets").GetProperty("countByLength").EnumerateArray().Select(count => count.GetInt32()));
        JsonElement rules = baskets.GetProperty("rules");
        Assert.Equal(1_120, rules.GetProperty("count").GetInt32());
        JsonElement strongest = rules.GetProperty("strongest")[0];
        Assert.Equal("23172", strongest.GetProperty("antecedent")[0].GetString());
        Assert.StartsWith("Of 100 baskets with REGENCY TEA PLATE PINK, 90 also hold", strongest.GetProperty("inWords").GetString(), StringComparison.Ordinal);
        Assert.True(baskets.GetProperty("bundles").GetArrayLength() > 0);
        using var text = new StringWriter();
        RulesCsv.Write(text, result.Baskets!);
        string[] lines = text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1_121, lines.Length);
        Assert.StartsWith("23172,23171,REGENCY TEA PLATE PINK,", lines[1], StringComparison.Ordinal);
        using var bundles = new StringWriter();
        BundlesCsv.Write(bundles, result.Baskets!);
        Assert.Equal(result.Baskets!.Bundles.Count + 1, bundles.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

        // The baskets of one segment: those whose customers the segmentation put there.
        AnalysisOptions some = AnalysisOptions.Default with { Baskets = new BasketOptions { Segments = [0] } };
        AnalysisResult ofSegment = pipeline.Run(input, some, null, Token);
        Assert.Equal(ofSegment.Segments!.Segments[0].Size, ofSegment.Baskets!.Table.Customer.Distinct().Count());
    }

    [Fact]
    public void A_recipe_holds_the_baskets_asked_for()
    {
        AnalysisOptions options = AnalysisOptions.Default with
        {
            Baskets = new BasketOptions { MinSupport = .02, Kind = BasketKind.CustomerDay, Countries = ["France"], Segments = [1, 2], From = new DateOnly(2011, 1, 1), MaxLength = 3 },
        };
        Assert.True(Recipe.AreEqual(options, Recipe.Parse(Recipe.ToJson(options))));
        Assert.Contains("support", Assert.Throws<RecipeException>(() => Recipe.Parse("""{ "baskets": { "minSupport": 0 } }""")).Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_file_without_products_says_what_to_do()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("plain.csv");
        File.WriteAllLines(path, ["invoice,customer,date,amount", .. Enumerable.Range(0, 40).Select(i => $"{i},{i % 9},2024-01-{(i % 28) + 1:00},{10 + i}")]);
        AnalysisResult result = new AnalysisPipeline().Run(AnalysisInput.FromFile(path), AnalysisOptions.Default, null, Token);
        Assert.Equal(StageState.Unavailable, result.Stages[AnalysisStage.Baskets].State);
        Assert.Contains("No column", Summary(result).GetProperty("unavailable").GetString(), StringComparison.Ordinal);
    }

    private static JsonElement Summary(AnalysisResult result)
    {
        using var stream = new MemoryStream();
        AnalysisSummary.Write(stream, result);
        return JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty("baskets");
    }
}
