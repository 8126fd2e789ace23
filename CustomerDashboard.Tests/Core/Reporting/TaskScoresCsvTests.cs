using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Prediction.Judging;
using CustomerDashboard.Core.Prediction.Questions;
using CustomerDashboard.Core.Reporting;

namespace CustomerDashboard.Tests.Core.Reporting;

public sealed class TaskScoresCsvTests
{
    [Fact]
    public void Churn_carries_what_is_at_stake() => Assert.Equal(
        ["CustomerId,Probability,LastYearSpend,ValueAtRisk", "17841,0.25,400,100", "\"a,b\",0.5,,"],
        Written(QuestionKind.Binary, ["stays", "leaves"], new CustomerScore(0, "17841", 0.25, null, 400, 100), new CustomerScore(1, "a,b", 0.5, null, null, null)));

    [Fact]
    public void Of_several_classes_the_likeliest_is_named() => Assert.Equal(
        ["CustomerId,Class,Probability", "1,much,0.6"],
        Written(QuestionKind.Multiclass, ["little", "some", "much"], new CustomerScore(0, "1", 0.6, 2, null, null)));

    [Fact]
    public void A_number_is_what_is_expected() => Assert.Equal(["CustomerId,Expected", "1,12.5"], Written(QuestionKind.Numeric, [], new CustomerScore(0, "1", 12.5, null, null, null)));

    private static string[] Written(QuestionKind kind, string[] classes, params CustomerScore[] scores)
    {
        var task = new TaskResult
        {
            Question = new PredictionQuestion { Id = QuestionIds.Churn, Kind = kind, Title = "", Definition = "", Classes = classes },
            Scores = scores,
        };
        using var output = new StringWriter();
        TaskScoresCsv.Write(output, task, scores);
        return output.ToString().TrimStart('\ufeff').Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
