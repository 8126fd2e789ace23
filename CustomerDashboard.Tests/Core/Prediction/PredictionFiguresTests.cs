using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Tests.Core.Cleaning;

namespace CustomerDashboard.Tests.Core.Prediction;

/// <summary>Agreement with the peers' table and figures on Online Retail II.</summary>
public class PredictionFiguresTests
{
    private static readonly Lazy<CleanedTransactions> Cleaned = new(() => CleaningPipeline.Run(RetailFile.Second).Cleaned);
    private static readonly PredictionWindows Windows =
        new(new DateTime(2009, 12, 1), new DateTime(2011, 9, 10, 12, 50, 0), new DateTime(2011, 12, 9, 12, 50, 0));

    [Fact]
    public void Every_feature_and_label_equals_the_reference_row_by_row()
    {
        ReferenceTable reference = ReferenceTable.Load();
        CleanedTransactions data = Cleaned.Value;
        PredictionTable table = PurchasePrediction.BuildTable(data, Windows);
        Dictionary<string, int> rowOf = reference.Customers.Select((id, row) => (id, row)).ToDictionary(p => p.id, p => p.row, StringComparer.Ordinal);
        Assert.Equal(rowOf.Count, table.RowCount);
        for (int row = 0; row < table.RowCount; row++)
        {
            string id = data.CustomerIds[table.CustomerIndex[row]];
            int expected = rowOf[id];
            for (int column = 0; column < table.Features.Columns; column++)
            {
                Close(reference.Features[expected, column], table.Features[row, column], $"{PredictionFeatureCatalog.All[column].Id} of {id}");
            }

            Assert.Equal(reference.BoughtAgain[expected], table.BoughtAgain[row]);
            Assert.Equal(reference.Orders[expected], table.Orders[row]);
            Close(reference.Spend[expected], table.Spend[row], $"spend of {id}");
        }
    }

    [Fact]
    public void The_peers_split_gives_the_peers_figures()
    {
        ReferenceTable reference = ReferenceTable.Load();
        (int[] train, int[] test) = reference.PeerSplit();
        bool[] labels = reference.BoughtAgain;
        bool[] learned = [.. train.Select(i => labels[i])];
        bool[] judged = [.. test.Select(i => labels[i])];
        LogScaledClassifierModel logistic = new LogScaledClassifier(new LogisticRegressionOptions(), [.. Enumerable.Range(0, 17)])
            .Fit(reference.Features.SelectRows(train), learned, TestContext.Current.CancellationToken);
        ClassifierScores scores = ClassifierJudge.Judge(
            logistic.PredictProbability(reference.Features.SelectRows(test)), judged, train.Length, 0.5);
        Assert.Equal(0.812, scores.RocAuc, 0.001);
        Assert.Equal(0.738, scores.AtThreshold.Accuracy, 0.001);
        Assert.Equal(0.724, scores.AtThreshold.Precision, 0.001);
        Assert.Equal(0.641, scores.AtThreshold.Recall, 0.001);
        Assert.Equal(0.680, scores.AtThreshold.F1, 0.001);
        Assert.Equal(0.783, scores.AveragePrecision, 0.001);
        Assert.Equal(0.1738, scores.BrierScore, 0.0001);

        double[] tree = DecisionTreeClassifier.Fit(reference.Features.SelectRows(train), learned, new DecisionTreeOptions { MaxDepth = 5 })
            .PredictProbability(reference.Features.SelectRows(test));
        Assert.Equal(0.790, ClassificationMetrics.RocAuc(tree, judged), 0.003);
        Assert.Equal(0.764, ClassificationMetrics.RocAuc([.. reference.Features.Column(4).Select(r => -r)], labels), 0.001);
        Assert.Equal(0.783, ClassificationMetrics.RocAuc(reference.Features.Column(14), labels), 0.001);
    }

    [Fact]
    public void The_run_rate_without_the_reversed_order_has_the_peers_error()
    {
        ReferenceTable reference = ReferenceTable.Load();
        double[] spend = reference.Spend;
        spend[Array.IndexOf(reference.Customers, "16446")] = 0;
        double[] runRate = [.. reference.Features.Column(14).Select(s => s * 90 / 365)];
        Assert.Equal(385.3, RegressionMetrics.MeanAbsoluteError(runRate, spend), 0.05);
        Assert.Equal(0.601, RegressionMetrics.R2(runRate, spend), 0.0005);
    }

    [Fact]
    public void The_whole_stage_agrees_with_the_peers_one_period_later()
    {
        PredictionResult result = PurchasePrediction.Run(Cleaned.Value, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(new DateTime(2011, 9, 10, 12, 50, 0), result.Windows!.Cutoff);
        RepeatPurchaseResult repeat = result.Repeat!;
        Assert.Equal((5281, 2292), (repeat.Customers, repeat.Positives));
        ClassifierEvaluation logistic = repeat.Models.Single(m => m.Id == "LogisticRegression");
        Assert.Equal(0.805, logistic.Forward!.RocAuc, 0.001);
        Assert.Equal(0.810, logistic.CrossValidation!.Mean, 0.003);
        Assert.Equal(0.566, repeat.Models.Single(m => m.Id == "Majority").Forward!.AtThreshold.Accuracy, 0.0005);
        Assert.Equal("LogisticRegression", repeat.ChosenModelId);
        Assert.Contains("better than the best baseline, last year's spend alone", repeat.Verdict, StringComparison.Ordinal);

        SpendResult spend = result.Spend!;
        Assert.Equal("RunRate", spend.ChosenModelId);
        Assert.Contains("no model here beats the run-rate", spend.Verdict, StringComparison.Ordinal);
        ReversedOrder largest = spend.ReversedOrders[0];
        Assert.Equal(("16446", "581483"), (largest.CustomerId, largest.Invoice));
        Assert.Equal(168469.60, largest.Amount, 0.001);

        Assert.Equal(5878, result.Customers.Count);
        Assert.All(result.Customers, c => Assert.Equal(1, c.RepeatProbability!.Value + c.ChurnProbability!.Value, 1e-12));
        Assert.Equal(repeat.HoldoutCustomers, result.Customers.Count(c => c.HoldoutProbability is not null));
    }

    private static void Close(double expected, double actual, string what) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-6 * Math.Max(1, Math.Abs(expected)), $"{what}: {actual} instead of {expected}");
}
