using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Learning.Neighbours;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Tests.Core.Cleaning;
using CustomerDashboard.Tests.Core.Prediction;

namespace CustomerDashboard.Tests.Core.Learning.Classification;

/// <summary>Agreement with the peers' AUCs on their table of Online Retail II: their test customers, and one period later.</summary>
public class ReferenceModelTests
{
    private static readonly LearningPipeline LogScaled = new() { Steps = [new LogStep(), new ScalingStep()] };

    private static readonly Lazy<(PredictionTable Past, PredictionTable Present)> Periods = new(() =>
    {
        CleanedTransactions data = CleaningPipeline.Run(RetailFile.Second).Cleaned;
        var start = new DateTime(2009, 12, 1);
        var cutoff = new DateTime(2011, 9, 10, 12, 50, 0);
        return (
            PurchasePrediction.BuildTable(data, new PredictionWindows(start, cutoff.AddDays(-90), cutoff)),
            PurchasePrediction.BuildTable(data, new PredictionWindows(start, cutoff, cutoff.AddDays(90))));
    });

    public static TheoryData<string> Names => [.. Models.Keys];

    private static Dictionary<string, (IClassifier Classifier, double HoldOut, double Forward, double Within)> Models { get; } = new()
    {
        ["logistic"] = (new LogisticRegression(new LogisticRegressionOptions()), 0.812, 0.805, 0.003),
        ["neighbours"] = (new KNearestNeighboursClassifier(new KNearestNeighboursOptions()), 0.789, 0.785, 0.01),
        ["support vectors"] = (new SupportVectorClassifier(new SupportVectorOptions()), 0.794, 0.740, 0.01),
        ["random forest"] = (new RandomForestClassifier(new RandomForestOptions()), 0.794, 0.787, 0.003),
        ["boosted trees"] = (new GradientBoostedTreesClassifier(new GradientBoostedTreesOptions()), 0.812, 0.804, 0.003),
        ["tree of depth 5"] = (new DecisionTreeClassifier(new DecisionTreeOptions { MaxDepth = 5 }), 0.790, 0.782, 0.01),
    };

    [Theory, MemberData(nameof(Names))]
    public void The_peers_test_customers_are_ranked_as_well(string name)
    {
        ReferenceTable reference = ReferenceTable.Load();
        (int[] train, int[] test) = reference.PeerSplit();
        bool[] learned = [.. train.Select(i => reference.BoughtAgain[i])];
        bool[] judged = [.. test.Select(i => reference.BoughtAgain[i])];
        PipelineClassifierModel model = LogScaled.Classifier(Models[name].Classifier)
            .Fit(reference.Features.SelectRows(train), learned, null, TestContext.Current.CancellationToken);
        double auc = ClassificationMetrics.RocAuc(model.PredictProbability(reference.Features.SelectRows(test)), judged);
        Assert.InRange(auc, Models[name].HoldOut - Models[name].Within, 1);
        TestContext.Current.TestOutputHelper!.WriteLine($"{name}: {auc:F4}");
    }

    [Theory, MemberData(nameof(Names))]
    public void A_period_later_the_ranking_holds_as_well(string name)
    {
        (PredictionTable past, PredictionTable present) = Periods.Value;
        PipelineClassifierModel model = LogScaled.Classifier(Models[name].Classifier)
            .Fit(past.Features, past.BoughtAgain, null, TestContext.Current.CancellationToken);
        double auc = ClassificationMetrics.RocAuc(model.PredictProbability(present.Features), present.BoughtAgain);
        Assert.InRange(auc, Models[name].Forward - Models[name].Within, 1);
        TestContext.Current.TestOutputHelper!.WriteLine($"{name}: {auc:F4}");
    }
}
