using System.Text.Json;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Recommendations;
using CustomerDashboard.Core.Reporting;
using CustomerDashboard.Core.Sampling;

namespace CustomerDashboard.Tests.Core.Analysis;

public sealed class RecommendationSummaryTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"recommendations-{Guid.NewGuid():N}.csv");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void The_summary_the_file_and_the_features_hold_what_was_learned()
    {
        using (var output = new StreamWriter(_file))
        {
            SampleRetailer.WriteTransactions(output, new SampleOptions { Customers = 300 }, null, TestContext.Current.CancellationToken);
        }

        AnalysisOptions options = AnalysisOptions.Default with
        {
            Recommendation = new RecommendationOptions { Count = 3, FeatureDimensions = 2 },
        };
        AnalysisResult result = new AnalysisPipeline().Run(AnalysisInput.FromFile(_file), options, null, TestContext.Current.CancellationToken);
        Assert.Equal(StageState.Ready, result.Stages[AnalysisStage.Recommendation].State);
        Assert.Contains(result.Features!.Definitions, definition => definition.Id == "ProductDimension2");

        using var stream = new MemoryStream();
        AnalysisSummary.Write(stream, result);
        using JsonDocument summary = JsonDocument.Parse(stream.ToArray());
        JsonElement part = summary.RootElement.GetProperty("recommendations");
        JsonElement scores = part.GetProperty("evaluation").GetProperty("scores");
        Assert.Contains(scores.EnumerateArray(), row => row.GetProperty("model").GetString() == "Hybrid" && row.GetProperty("k").GetInt32() == 20);
        Assert.Contains(scores.EnumerateArray(), row => row.GetProperty("model").GetString() == "Popularity" && row.GetProperty("customers").GetString() == "Regulars");
        Assert.True(part.GetProperty("dimensions").GetArrayLength() > 1);

        using var text = new StringWriter();
        RecommendationsCsv.Write(text, result.Recommendation!.Engine!, result.Options.Recommendation, SegmentTastes.Of(result)!.Of, null, TestContext.Current.CancellationToken);
        string[] rows = text.ToString().TrimEnd().Split('\n');
        Assert.StartsWith("CustomerId,Segment,Rank,", rows[0], StringComparison.Ordinal);
        Assert.Equal(1 + (3 * result.Recommendation.Engine!.History.CustomerCount), rows.Length);
    }
}
