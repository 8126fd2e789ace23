using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Prediction.Judging;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Core.Reporting;

/// <summary>The answers of one question: one row per customer, in the order given.</summary>
public static class TaskScoresCsv
{
    /// <summary>Writes the rows.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="task">The question.</param>
    /// <param name="scores">Some of its customers.</param>
    public static void Write(TextWriter output, TaskResult task, IReadOnlyList<CustomerScore> scores)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(scores);
        bool classes = task.Question.Kind == QuestionKind.Multiclass;
        bool spend = scores.Any(score => score.LastYearSpend is not null);
        bool risk = scores.Any(score => score.ValueAtRisk is not null);
        var csv = new CsvTable(output);
        csv.Row(
        [
            "CustomerId", .. classes ? ["Class"] : Array.Empty<string>(), task.Question.Kind == QuestionKind.Numeric ? "Expected" : "Probability",
            .. spend ? ["LastYearSpend"] : Array.Empty<string>(), .. risk ? ["ValueAtRisk"] : Array.Empty<string>(),
        ]);
        foreach (CustomerScore score in scores)
        {
            csv.Text(score.CustomerId);
            if (classes)
            {
                csv.Text(score.Class is { } known ? task.Question.Classes[known] : null);
            }

            csv.Number(score.Value);
            if (spend)
            {
                csv.Number(score.LastYearSpend);
            }

            if (risk)
            {
                csv.Number(score.ValueAtRisk);
            }

            csv.EndRow();
        }
    }
}
