using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Prediction.Judging;
using CustomerDashboard.Core.Prediction.Models;
using CustomerDashboard.Core.Prediction.Questions;
using CustomerDashboard.Tests.Core.Cleaning;

namespace CustomerDashboard.Tests.Core.Prediction;

/// <summary>The peers' figures for every question, on Online Retail II as the laboratory itself prepares and judges it.</summary>
public class LaboratoryFiguresTests
{
    private static readonly Lazy<PredictionResult> Result = new(() => PurchasePrediction.Run(
        CleaningPipeline.Run(RetailFile.Second).Cleaned,
        new PredictionOptions
        {
            Questions = [QuestionIds.Repeat, QuestionIds.Churn, QuestionIds.HighSpender, QuestionIds.Spend, QuestionIds.FirstPurchaseTop],
            Models = [ModelKind.LogisticRegression, ModelKind.BoostedTrees, ModelKind.CorrectedRunRate],
            RollingOrigins = 1,
        }));

    [Theory]
    [InlineData(QuestionIds.Repeat, ModelKind.LogisticRegression, .810, .805, .002)]
    [InlineData(QuestionIds.Repeat, ModelKind.BoostedTrees, .813, .804, .003)]
    [InlineData(QuestionIds.Repeat, ModelKind.LastYearSpendAlone, .783, .783, .002)]
    [InlineData(QuestionIds.Repeat, ModelKind.RecencyAlone, .764, .764, .002)]
    [InlineData(QuestionIds.Churn, ModelKind.LogisticRegression, .810, .805, .002)]
    [InlineData(QuestionIds.HighSpender, ModelKind.LogisticRegression, .876, .872, .002)]
    [InlineData(QuestionIds.HighSpender, ModelKind.BoostedTrees, .881, .877, .003)]
    public void Customers_are_ranked_as_well_as_by_the_peers(string question, ModelKind model, double folds, double forward, double within)
    {
        ModelEvaluation evaluation = Result.Value.Task(question)!.Find(model)!;
        Assert.InRange(evaluation.CrossValidation!.Folds!.Value.Mean, folds - within, 1);
        Assert.InRange(((BinaryJudgement)evaluation.Forward!).RocAuc.Value, forward - within, 1);
    }

    [Fact]
    public void The_sample_is_the_peers()
    {
        TaskResult repeat = Result.Value.Task(QuestionIds.Repeat)!, high = Result.Value.Task(QuestionIds.HighSpender)!;
        Assert.Equal((5281, 2292), (repeat.Customers, repeat.Positives!.Value));
        Assert.Equal((5281, 1056), (high.Customers, high.Positives!.Value));
        Assert.Equal(2989, Result.Value.Task(QuestionIds.Churn)!.Positives);
    }

    [Fact]
    public void The_corrected_run_rate_misses_by_less_than_the_run_rate_and_the_page_says_what_is_sure()
    {
        TaskResult spend = Result.Value.Task(QuestionIds.Spend)!;
        var naive = (RegressionJudgement)spend.Find(ModelKind.RunRate)!.Forward!;
        var own = (RegressionJudgement)spend.Find(ModelKind.CorrectedRunRate)!.Forward!;
        Assert.InRange(naive.MeanAbsoluteError.Value, 378, 386);
        Assert.True(own.MeanAbsoluteError.Value < naive.MeanAbsoluteError.Value - 10, $"{own.MeanAbsoluteError.Value} against {naive.MeanAbsoluteError.Value}");
        Assert.True(spend.Find(ModelKind.CorrectedRunRate)!.CrossValidation!.Headline.Value < spend.Find(ModelKind.RunRate)!.CrossValidation!.Headline.Value - 20);
        Assert.Equal(GradeLevel.NoBetter, spend.Find(ModelKind.CorrectedRunRate)!.Grade!.Level);
        Assert.Contains("may be chance", spend.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void Newcomers_who_surely_are_new_are_ranked_as_well_as_by_the_peer()
    {
        TaskResult top = Result.Value.Task(QuestionIds.FirstPurchaseTop)!;
        Assert.Equal(2599, top.Customers);
        Assert.InRange(top.Find(ModelKind.LogisticRegression)!.CrossValidation!.Folds!.Value.Mean, .729, 1);
        Assert.Contains("4,311", string.Concat(top.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Those_worth_saving_come_first()
    {
        TaskResult churn = Result.Value.Task(QuestionIds.Churn)!;
        Assert.Equal(5878, churn.Scores.Count);
        Assert.All(churn.Scores, score => Assert.Equal(score.Value * Math.Max(0, score.LastYearSpend!.Value), score.ValueAtRisk!.Value, 1e-9));
        Assert.Equal(churn.Scores.Select(score => score.ValueAtRisk).OrderDescending(), churn.Scores.Select(score => score.ValueAtRisk));
    }
}
