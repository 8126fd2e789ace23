using CustomerDashboard.Core.Prediction.Questions;
using CustomerDashboard.Core.Prediction.Saving;

namespace CustomerDashboard.Core.Reporting;

/// <summary>A file scored by a saved model: one row per customer, the highest value first.</summary>
public static class ScoresCsv
{
    public static void Write(TextWriter output, ScoredFile scored)
    {
        ArgumentNullException.ThrowIfNull(scored);
        var csv = new CsvTable(output);
        switch (scored.Model.Question.Kind)
        {
            case QuestionKind.Multiclass:
                csv.Row("CustomerId", "Class", "Probability");
                break;
            case QuestionKind.Binary:
                csv.Row("CustomerId", "Probability");
                break;
            default:
                csv.Row("CustomerId", "Forecast");
                break;
        }

        foreach (ScoredCustomer customer in scored.Customers)
        {
            csv.Text(customer.CustomerId);
            if (customer.Class is { } name)
            {
                csv.Text(name);
            }

            csv.Number(customer.Value).EndRow();
        }
    }
}
