using System.Text.Json;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Reporting;

namespace CustomerDashboard.Tests.Core.Analysis;

public class NetworkSummaryTests
{
    [Fact]
    public void The_summary_and_the_files_say_what_the_peers_found()
    {
        AnalysisResult result = new AnalysisPipeline().Run(
            AnalysisInput.FromFile(SharedData.Require("online_retail.csv.gz")), AnalysisOptions.Default, null, TestContext.Current.CancellationToken);
        using var stream = new MemoryStream();
        AnalysisSummary.Write(stream, result);
        using JsonDocument summary = JsonDocument.Parse(stream.ToArray());
        JsonElement network = summary.RootElement.GetProperty("productNetwork");
        Assert.Equal(50, network.GetProperty("minimumBaskets").GetInt32());
        Assert.Equal(996, network.GetProperty("nodes").GetInt32());
        Assert.Equal(7_935, network.GetProperty("edges").GetInt32());
        Assert.Equal(76, network.GetProperty("components").GetInt32());
        Assert.Equal(782, network.GetProperty("largestComponent").GetInt32());
        Assert.Equal(["85123A", "22423", "20725"], Top("degree"));
        Assert.Equal(["85123A", "22086", "22423"], Top("betweenness"));
        Assert.Equal(["85123A", "20725", "85099B"], Top("eigenvector"));
        Assert.Contains("connect otherwise separate communities", network.GetProperty("inWords")[2].GetString(), StringComparison.Ordinal);
        JsonElement customers = summary.RootElement.GetProperty("customerNetwork");
        Assert.Equal(500, customers.GetProperty("sampled").GetInt32());
        Assert.True(customers.GetProperty("nodes").GetInt32() > 100);

        using var text = new StringWriter();
        NetworkNodesCsv.Write(text, result.ProductNetwork!.Network);
        string[] lines = text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(997, lines.Length);
        Assert.StartsWith("85123A,WHITE HANGING HEART T-LIGHT HOLDER,", lines[1], StringComparison.Ordinal);
        using var links = new StringWriter();
        NetworkLinksCsv.Write(links, result.ProductNetwork.Network!);
        Assert.Equal(7_936, links.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

        string[] Top(string measure) => [.. network.GetProperty(measure).EnumerateArray().Take(3).Select(node => node.GetProperty("code").GetString()!)];
    }
}
