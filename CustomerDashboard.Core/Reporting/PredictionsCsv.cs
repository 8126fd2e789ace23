using CustomerDashboard.Core.Prediction;

namespace CustomerDashboard.Core.Reporting;

/// <summary>One row per customer with what is predicted and, where it is known, what happened; the likeliest buyers first.</summary>
public static class PredictionsCsv
{
    public static void Write(TextWriter output, PredictionResult prediction)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        var csv = new CsvTable(output);
        var tasks = new TaskColumns(prediction);
        foreach (string name in (string[])["CustomerId", "RepeatProbability", "ChurnProbability", "ExpectedSpend", "RunRateSpend", "HoldoutProbability", "BoughtAgain"])
        {
            csv.Text(name);
        }

        tasks.WriteNames(csv);
        csv.EndRow();
        CustomerPrediction[] customers = [.. prediction.Customers];
        Array.Sort(customers, (a, b) =>
        {
            int order = (b.RepeatProbability ?? -1).CompareTo(a.RepeatProbability ?? -1);
            return order != 0 ? order : string.CompareOrdinal(a.CustomerId, b.CustomerId);
        });
        foreach ((int customer, string id) in customers.Length > 0 ? [] : TaskColumns.Customers(prediction))
        {
            // A file with one row per customer has no purchases to foretell, only the questions asked of it.
            csv.Text(id).Text(null).Text(null).Text(null).Text(null).Text(null).Text(null);
            tasks.Write(csv, customer);
            csv.EndRow();
        }

        foreach (CustomerPrediction customer in customers)
        {
            csv.Text(customer.CustomerId).Number(customer.RepeatProbability).Number(customer.ChurnProbability).Number(customer.ExpectedSpend);
            csv.Number(customer.RunRateSpend).Number(customer.HoldoutProbability);
            csv.Text(customer.BoughtAgain switch { true => "yes", false => "no", null => null });
            tasks.Write(csv, customer.CustomerIndex);
            csv.EndRow();
        }
    }
}
