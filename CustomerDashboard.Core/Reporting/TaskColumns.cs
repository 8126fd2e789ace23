using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Prediction.Judging;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Core.Reporting;

/// <summary>
/// The columns that the answered questions add to a file with one row per customer. Repeat purchase, churn and spend have columns of their
/// own; each other question adds the probability, the number or the most probable class, and churn its value at risk.
/// </summary>
internal sealed class TaskColumns
{
    private readonly List<(string Name, TaskResult Task, Dictionary<int, CustomerScore> Scores)> _columns = [];

    public TaskColumns(PredictionResult? prediction)
    {
        foreach (TaskResult task in prediction?.Tasks ?? [])
        {
            if (task.Scores.Count > 0 && Name(task.Question) is { } name)
            {
                _columns.Add((name, task, task.Scores.ToDictionary(score => score.Customer)));
            }
        }
    }

    /// <summary>Everyone scored by any question, in the order of the file.</summary>
    public static IEnumerable<(int Customer, string CustomerId)> Customers(PredictionResult prediction) =>
        prediction.Tasks.SelectMany(task => task.Scores).Select(score => (score.Customer, score.CustomerId)).Distinct().OrderBy(customer => customer.Customer);

    /// <summary>Writes the names.</summary>
    public void WriteNames(CsvTable csv)
    {
        foreach ((string name, _, _) in _columns)
        {
            csv.Text(name);
        }
    }

    /// <summary>Writes what is foretold of a customer; empty where the question was not asked of them.</summary>
    public void Write(CsvTable csv, int customer)
    {
        foreach ((_, TaskResult task, Dictionary<int, CustomerScore> scores) in _columns)
        {
            if (!scores.TryGetValue(customer, out CustomerScore? score))
            {
                csv.Text(null);
            }
            else if (score.Class is { } kind)
            {
                csv.Text(task.Question.Classes[kind]);
            }
            else
            {
                csv.Number(task.Question.Id == QuestionIds.Churn ? score.ValueAtRisk : score.Value);
            }
        }
    }

    private static string? Name(PredictionQuestion question) => question.Id switch
    {
        QuestionIds.Repeat or QuestionIds.Spend => null,
        QuestionIds.Churn => "ValueAtRisk",
        QuestionIds.HighSpender => "HighSpenderProbability",
        QuestionIds.FirstPurchaseTop => "NewcomerHighSpenderProbability",
        QuestionIds.FirstPurchaseReturn => "NewcomerReturnProbability",
        QuestionIds.FirstPurchaseQuartile => "NewcomerSpendClass",
        QuestionIds.FirstPurchaseSpend => "NewcomerExpectedSpend",
        QuestionIds.FirstPurchaseSegment => "NewcomerSegment",
        QuestionIds.Segment => "PredictedSegment",
        _ => "Predicted " + question.Id[QuestionIds.ColumnPrefix.Length..],
    };
}
