using System.Globalization;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Sampling;
using CustomerDashboard.Tests.Workspaces;

namespace CustomerDashboard.Tests.Core.Analysis;

public sealed class AnalysisPipelineTests : IDisposable
{
    private static readonly AnalysisStage[] All = Enum.GetValues<AnalysisStage>();

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    private AnalysisInput Sample(int customers = 250)
    {
        string path = _folder.File($"sample-{customers}.csv");
        if (!File.Exists(path))
        {
            using var output = new StreamWriter(path);
            SampleRetailer.WriteTransactions(output, new SampleOptions { Customers = customers }, null, Token);
        }

        return AnalysisInput.FromFile(path);
    }

    private AnalysisInput Write(string name, string content)
    {
        File.WriteAllText(_folder.File(name), content);
        return AnalysisInput.FromFile(_folder.File(name));
    }

    private static AnalysisStage[] Computed(AnalysisResult result) => [.. All.Where(stage => !result.Stages[stage].FromCache)];

    [Fact]
    public void Every_stage_of_a_retailer_has_a_result()
    {
        AnalysisResult result = new AnalysisPipeline().Run(Sample(), AnalysisOptions.Default, null, Token);
        Assert.All(All, stage => Assert.True(result.Stages[stage].State == StageState.Ready, $"{stage}: {result.Stages[stage].Message}"));
        Assert.Equal(250, result.Features!.RowCount);
        Assert.Equal(result.Segments!.Segments.Count, result.Personas!.Personas.Count);
        Assert.Equal(250, result.Prediction!.Customers.Count);
        Assert.Equal(result.Report.RowsRead, result.Report.RowsKept + result.Report.RowsRejected);
    }

    [Fact]
    public void Nothing_is_computed_twice()
    {
        var pipeline = new AnalysisPipeline(new StageCache(1 << 30));
        AnalysisResult first = pipeline.Run(Sample(), AnalysisOptions.Default, null, Token);
        Assert.Equal(All, Computed(first));
        AnalysisResult second = pipeline.Run(Sample(), AnalysisOptions.Default, null, Token);
        Assert.Empty(Computed(second));
        Assert.Same(first.Cleaning, second.Cleaning);
        Assert.Same(first.Prediction!.Customers, second.Prediction!.Customers);
    }

    [Fact]
    public void A_changed_setting_recomputes_its_stage_and_those_downstream_only()
    {
        AnalysisOptions standard = AnalysisOptions.Default;
        (AnalysisOptions Changed, AnalysisStage[] Recomputed)[] cases =
        [
            (standard with { Segmentation = standard.Segmentation with { ChosenK = 6 } }, [AnalysisStage.Personas, AnalysisStage.Comparison, AnalysisStage.SegmentPrediction]),
            (standard with { Segmentation = standard.Segmentation with { MaxClusters = 5 } }, [AnalysisStage.Segmentation, AnalysisStage.Personas, AnalysisStage.Comparison, AnalysisStage.SegmentPrediction]),
            (standard with { Personas = standard.Personas with { Currency = "GBP" } }, [AnalysisStage.Personas]),
            (standard with { Prediction = standard.Prediction with { HorizonDays = 60 } }, [AnalysisStage.Prediction, AnalysisStage.SegmentPrediction]),
            (standard with { Features = standard.Features with { DiscountThreshold = .1 } }, [AnalysisStage.Features, AnalysisStage.Segmentation, AnalysisStage.Personas, AnalysisStage.Comparison, AnalysisStage.SegmentPrediction]),
            (standard with { Seed = 7 }, [AnalysisStage.Segmentation, AnalysisStage.Personas, AnalysisStage.Prediction, AnalysisStage.LifetimeValue, AnalysisStage.Comparison, AnalysisStage.SegmentPrediction, AnalysisStage.ProductNetwork, AnalysisStage.CustomerNetwork, AnalysisStage.Recommendation]),
            (standard with { Baskets = standard.Baskets with { MinLift = 2 } }, [AnalysisStage.Baskets]),
            (standard with { ProductNetwork = standard.ProductNetwork with { MinimumLift = 1 } }, [AnalysisStage.ProductNetwork]),
            (standard with { CustomerNetwork = standard.CustomerNetwork with { SampleSize = 100 } }, [AnalysisStage.CustomerNetwork]),
            (standard with { Recommendation = standard.Recommendation with { Neighbours = 20 } }, [AnalysisStage.Recommendation]),
            (standard with { Recommendation = standard.Recommendation with { IncludeRepeats = true, Count = 5 } }, []),
            (standard with { Cleaning = standard.Cleaning with { RemoveExactDuplicates = false } },
                [.. All.Where(stage => stage != AnalysisStage.Import)]),
            (standard with { Import = standard.Import with { Delimiter = ',' } }, All),
        ];
        var pipeline = new AnalysisPipeline(new StageCache(1 << 30));
        AnalysisResult before = pipeline.Run(Sample(), standard, null, Token);
        int other = before.Segmentation!.ChosenK == 6 ? 5 : 6;
        cases[0].Changed = standard with { Segmentation = standard.Segmentation with { ChosenK = other } };
        foreach (var (changed, recomputed) in cases)
        {
            AnalysisResult after = pipeline.Run(Sample(), changed, null, Token);
            Assert.Equal(recomputed, Computed(after));
        }

        Assert.Equal(other, pipeline.Run(Sample(), cases[0].Changed, null, Token).Segments!.K);
    }

    [Fact]
    public void The_planted_segments_are_found_again_better_than_by_chance()
    {
        AnalysisResult result = new AnalysisPipeline().Run(Sample(1200), AnalysisOptions.Default, null, Token);
        Dictionary<string, int> planted = SampleRetailer.Customers(new SampleOptions { Customers = 1200 })
            .ToDictionary(customer => customer.Id.ToString(CultureInfo.InvariantCulture), customer => (int)customer.Segment);
        int[] truth = [.. result.Features!.CustomerIds.Select(id => planted[id])];
        double agreement = CustomerDashboard.Core.Learning.Metrics.AdjustedRandIndex.Score(truth, result.Segmentation!.Find(7)!.Labels);
        Assert.True(agreement > .35, FormattableString.Invariant($"Adjusted Rand index {agreement:0.000}"));
    }

    [Fact]
    public void Progress_goes_through_all_stages_to_the_end()
    {
        var fractions = new List<double>();
        var stages = new List<AnalysisStage>();
        new AnalysisPipeline().Run(Sample(), AnalysisOptions.Default, new Recorder(report =>
        {
            lock (fractions)
            {
                fractions.Add(report.Fraction);
                stages.Add(report.Stage);
            }
        }), Token);
        Assert.Equal(All, stages.Distinct().Order());
        Assert.All(fractions, fraction => Assert.InRange(fraction, 0, 1));
        Assert.Equal(1, fractions.Max(), 9);
    }

    [Fact]
    public void A_cancelled_run_says_so_and_keeps_nothing_half_done()
    {
        var cache = new StageCache(1 << 30);
        var pipeline = new AnalysisPipeline(cache);
        foreach (AnalysisStage stop in All)
        {
            using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
            Assert.ThrowsAny<OperationCanceledException>(() => pipeline.Run(
                Sample(), AnalysisOptions.Default, new Recorder(report =>
                {
                    if (report.Stage == stop && report.Work.Fraction < 1)
                    {
                        source.Cancel();
                    }
                }), source.Token));
        }

        Assert.All(All, stage => Assert.Equal(StageState.Ready, pipeline.Run(Sample(), AnalysisOptions.Default, null, Token).Stages[stage].State));
    }

    [Fact]
    public void A_run_cancelled_while_it_looks_kept_results_up_is_cancelled_too()
    {
        var pipeline = new AnalysisPipeline(new StageCache(1 << 30));
        pipeline.Run(Sample(), AnalysisOptions.Default, null, Token);
        foreach (AnalysisStage stop in All)
        {
            using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
            Assert.ThrowsAny<OperationCanceledException>(() => pipeline.Run(
                Sample(), AnalysisOptions.Default, new Recorder(report =>
                {
                    if (report.Stage == stop)
                    {
                        source.Cancel();
                    }
                }), source.Token));
        }
    }

    [Fact]
    public void The_same_bytes_under_another_name_keep_that_name()
    {
        AnalysisInput input = Sample();
        var pipeline = new AnalysisPipeline(new StageCache(1 << 30));
        AnalysisResult first = pipeline.Run(input with { FileName = "January.csv" }, AnalysisOptions.Default, null, Token);
        AnalysisResult second = pipeline.Run(input with { FileName = "Copy.csv" }, AnalysisOptions.Default, null, Token);
        Assert.Equal("January.csv", first.Report.FileName);
        Assert.Equal("Copy.csv", second.Report.FileName);
        Assert.Empty(Computed(second));
    }

    [Fact]
    public void A_file_too_small_to_predict_still_has_its_other_results()
    {
        AnalysisInput input = Write("small.csv", """
            Invoice,Product,Quantity,Date,Price,Customer,Country
            1,A,2,2024-01-01 10:00:00,3.50,c1,France
            2,B,1,2024-01-05 11:00:00,2.00,c2,France
            3,A,4,2024-01-09 12:00:00,3.50,c3,Spain
            4,C,9,2024-01-20 12:00:00,7.25,c1,France
            5,C,1,2024-01-22 12:00:00,7.25,c4,France
            """);
        AnalysisResult result = new AnalysisPipeline().Run(input, AnalysisOptions.Default, null, Token);
        Assert.Equal(4, result.Features!.RowCount);
        Assert.Equal(StageState.Ready, result.Stages[AnalysisStage.Cleaning].State);
        Assert.Equal(StageState.Unavailable, result.Stages[AnalysisStage.Prediction].State);
        Assert.NotEmpty(result.Stages[AnalysisStage.Prediction].Message!);
        Assert.False(result.HasFailure);
    }

    [Fact]
    public void Rules_that_leave_nothing_name_the_rule_and_keep_the_import()
    {
        AnalysisInput input = Write("cancelled.csv", """
            Invoice,Product,Quantity,Date,Price,Customer,Country
            C1,A,-2,2024-01-01 10:00:00,3.50,c1,France
            C2,B,-1,2024-01-05 11:00:00,2.00,c2,France
            C3,A,-4,2024-01-09 12:00:00,3.50,c3,Spain
            """);
        AnalysisResult result = new AnalysisPipeline().Run(input, AnalysisOptions.Default, null, Token);
        Assert.Equal(3, result.Report.RowsKept);
        Assert.Equal(StageState.Failed, result.Stages[AnalysisStage.Cleaning].State);
        Assert.NotEmpty(result.Ledger);
        Assert.Equal(result.Stages[AnalysisStage.Cleaning].Message, result.Stages[AnalysisStage.Prediction].Message);
    }

    [Fact]
    public void A_file_with_one_row_per_customer_takes_its_own_road()
    {
        AnalysisInput input = AnalysisInput.FromFile(SharedData.Require("Mall_Customers.csv"));
        AnalysisResult result = new AnalysisPipeline().Run(input, AnalysisOptions.Default, null, Token);
        Assert.Equal(FileKind.CustomerAttributes, result.Kind);
        Assert.Equal(200, result.Features!.RowCount);
        Assert.NotNull(result.Segments);
        Assert.Equal(result.Segments.Segments.Count, result.Personas!.Personas.Count);
        Assert.Equal(StageState.Unavailable, result.Stages[AnalysisStage.Cleaning].State);
        Assert.Equal(["segment"], result.Prediction!.Tasks.Select(task => task.Question.Id));
        Assert.All(result.Prediction.Tasks[0].Features, feature => Assert.StartsWith("Genre", feature.Id, StringComparison.Ordinal));
        Assert.False(result.HasFailure);
    }

    [Fact]
    public void Settings_that_cannot_be_used_are_refused_before_any_work()
    {
        AnalysisOptions wrong = AnalysisOptions.Default with { Segmentation = AnalysisOptions.Default.Segmentation with { Features = [] } };
        Assert.Throws<ArgumentException>(() => new AnalysisPipeline().Run(Sample(), wrong, null, Token));
    }

    [Fact]
    public void The_real_file_gives_the_peers_figures()
    {
        AnalysisInput input = AnalysisInput.FromFile(SharedData.Require("online_retail.csv.gz"));
        AnalysisResult result = new AnalysisPipeline().Run(input, AnalysisOptions.Default, null, Token);
        Assert.Equal(392_692, result.Cleaning!.After.Rows);
        Assert.Equal(4_338, result.Cleaning.After.Customers);
        Assert.Equal(8_887_208.894, result.Cleaning.After.Revenue, 3);
        Assert.Equal(
            [406_829, 401_604, 392_732, 392_732, 392_692],
            result.Ledger.Where(step => step.Enabled && step.Number <= 5).Select(step => step.RowsAfter));
        Assert.Equal(401_423, result.Features![FeatureIds.Recency].Sum());
        Assert.InRange(result.Segmentation!.Sweep.Single(entry => entry.K == 4).Inertia, 3938, 3938.914);
        Assert.Equal(StageState.Ready, result.Stages[AnalysisStage.Prediction].State);
    }

    private sealed class Recorder(Action<AnalysisProgress> act) : IProgress<AnalysisProgress>
    {
        public void Report(AnalysisProgress value) => act(value);
    }
}
