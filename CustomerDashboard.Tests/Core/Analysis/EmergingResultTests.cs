using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Sampling;
using CustomerDashboard.Tests.Workspaces;

namespace CustomerDashboard.Tests.Core.Analysis;

public sealed class EmergingResultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly AnalysisInput _input;

    public EmergingResultTests()
    {
        string path = _folder.File("sample.csv");
        using (var output = new StreamWriter(path))
        {
            SampleRetailer.WriteTransactions(output, new SampleOptions { Customers = 150 }, null, Token);
        }

        _input = AnalysisInput.FromFile(path);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    private static (AnalysisResult Whole, List<AnalysisResult> Reports) Run(AnalysisPipeline pipeline, AnalysisInput input, AnalysisOptions options)
    {
        var reports = new List<AnalysisResult>();
        return (pipeline.Run(input, options, null, new Reader(reports.Add), Token), reports);
    }

    [Fact]
    public void Each_stage_is_handed_out_once_it_is_ready_and_never_before_what_it_was_made_of()
    {
        var (whole, reports) = Run(new AnalysisPipeline(), _input, AnalysisOptions.Default);
        Assert.Same(whole, reports[^1]);
        Assert.Equal(Enum.GetValues<AnalysisStage>(), whole.Stages.Keys.Order());
        for (int i = 0; i < reports.Count; i++)
        {
            AnalysisResult report = reports[i];
            Assert.True(i == 0 || report.Stages.Count > reports[i - 1].Stages.Count);
            Assert.All(report.Stages.Keys, stage => Assert.True(
                StageDescription.Of(stage).Needs is not { } needed || report.Stages.ContainsKey(needed), $"{stage} came before what it needs"));
            Assert.Equal(report.Stages.ContainsKey(AnalysisStage.Cleaning), report.Cleaning is not null);
            Assert.Equal(report.Stages.ContainsKey(AnalysisStage.Features), report.Features is not null);
            Assert.Equal(report.Stages.ContainsKey(AnalysisStage.Segmentation), report.Segmentation is not null);
            Assert.Equal(report.Stages.ContainsKey(AnalysisStage.Personas), report.Personas is not null);
            Assert.Equal(report.Stages.ContainsKey(AnalysisStage.Comparison), report.Methods.Count > 0);
            Assert.Equal(report.Stages.ContainsKey(AnalysisStage.Prediction), report.Prediction is not null);
        }

        Assert.Contains(reports, report => report is { Cleaning: not null, Segmentation: null });
        Assert.Contains(reports, report => report is { Segmentation: not null, Personas: null });
    }

    [Fact]
    public void A_run_that_only_looks_up_tells_nothing_and_another_k_is_there_before_its_personas()
    {
        var pipeline = new AnalysisPipeline(new StageCache(1 << 30));
        AnalysisOptions options = AnalysisOptions.Default;
        Run(pipeline, _input, options);
        Assert.Empty(Run(pipeline, _input, options).Reports);
        AnalysisResult first = Run(pipeline, _input, options with { Segmentation = options.Segmentation with { ChosenK = 7 } }).Reports[0];
        Assert.Equal(7, first.Segments!.K);
        Assert.Null(first.Personas);
    }

    [Fact]
    public void A_reader_who_stops_the_run_is_told_no_more()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var reports = new List<AnalysisResult>();
        Assert.ThrowsAny<OperationCanceledException>(() => new AnalysisPipeline().Run(
            _input,
            AnalysisOptions.Default,
            null,
            new Reader(report =>
            {
                reports.Add(report);
                source.Cancel();
            }),
            source.Token));
        Assert.Single(reports);
    }

    private sealed class Reader(Action<AnalysisResult> take) : IProgress<AnalysisResult>
    {
        public void Report(AnalysisResult value) => take(value);
    }
}
