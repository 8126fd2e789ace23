using CustomerDashboard.Core.Cleaning;

namespace CustomerDashboard.Charts;

/// <summary>The cleaning ledger as a waterfall.</summary>
public static class CleaningFigures
{
    /// <param name="result">The ledger.</param>
    /// <param name="measure">"lines", "customers" or "revenue".</param>
    /// <param name="currency">What stands before amounts of money; may be empty.</param>
    public static PlotlyFigure Waterfall(CleaningResult result, string measure, string? currency)
    {
        ArgumentNullException.ThrowIfNull(result);
        var steps = result.Steps
            .Where(step => step.Enabled && step.Applicable && (step.RowsRemoved > 0 || step.StandaloneRows > 0))
            .Select(step => KeyValuePair.Create(step.Name, measure switch
            {
                "customers" => -step.CustomersRemoved,
                "revenue" => step.RevenueChanged - step.RevenueRemoved,
                _ => (double)-step.RowsRemoved,
            }))
            .ToList();
        var (start, axis) = measure switch
        {
            "customers" => (result.Before.Customers, new ChartAxis("Customers", Format: ",.3~s")),
            "revenue" => (result.Before.Revenue, new ChartAxis("Revenue", currency, ",.3~s")),
            _ => ((double)result.Before.Rows, new ChartAxis("Lines", Format: ",.3~s")),
        };
        return WaterfallFigure.Create("As read", start, steps, "Analysed", axis);
    }
}
