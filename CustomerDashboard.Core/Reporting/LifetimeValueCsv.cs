using System.Globalization;
using CustomerDashboard.Core.LifetimeValue;

namespace CustomerDashboard.Core.Reporting;

/// <summary>One row per customer: the chance of still being one, purchases and value to expect, the next order; sorted by id.</summary>
public static class LifetimeValueCsv
{
    public static void Write(TextWriter output, IReadOnlyList<CustomerLifetime> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var csv = new CsvTable(output);
        foreach (string column in (string[])[
            "CustomerId", "RepeatPurchases", "RecencyDays", "AgeDays", "LastPurchase", "Spent", "ProbabilityAlive", "Purchases3Months", "Purchases6Months",
            "Purchases12Months", "ExpectedAmount", "Value3Months", "Value6Months", "Value12Months", "NextOrder", "NextOrderEarly", "NextOrderLate", "Overdue", "ValueIfAlive"])
        {
            csv.Text(column);
        }

        csv.EndRow();
        foreach (int row in CustomersCsv.SortedRows([.. customers.Select(one => one.Id)]))
        {
            CustomerLifetime one = customers[row];
            csv.Text(one.Id).Whole(one.Frequency).Number(one.Recency).Number(one.Age).Text(Day(one.LastPurchase)).Number(one.Spent).Number(one.ProbabilityAlive)
                .Number(one.Purchases3).Number(one.Purchases6).Number(one.Purchases12).Number(one.ExpectedAmount).Number(one.Value3).Number(one.Value6).Number(one.Value12)
                .Text(Day(one.NextOrder)).Text(Day(one.NextOrderEarly)).Text(Day(one.NextOrderLate)).Text(one.IsOverdue ? "yes" : "no").Number(one.ValueIfAlive);
            csv.EndRow();
        }
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
