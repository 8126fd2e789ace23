using CustomerDashboard.Core.Prediction.Money;

namespace CustomerDashboard.Core.Reporting;

/// <summary>The audience of a campaign: one row per customer with what to do, the likeliest first.</summary>
public static class CampaignCsv
{
    public static void Write(TextWriter output, CampaignPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var csv = new CsvTable(output);
        csv.Row("CustomerId", "Group", "Probability", "ExpectedProfit");
        foreach (CampaignCustomer customer in plan.Audience)
        {
            csv.Text(customer.CustomerId).Text(customer.IsControl ? "control" : "contact").Number(customer.Probability).Number(customer.ExpectedProfit).EndRow();
        }
    }
}
