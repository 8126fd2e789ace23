namespace CustomerDashboard.Core.Features;

/// <summary>One feature over all customers. Figures are over the customers who have a value; NaN where none has.</summary>
/// <param name="FeatureId">The feature, one of <see cref="FeatureIds"/>.</param>
/// <param name="Count">Customers with a value.</param>
/// <param name="Missing">Customers without one.</param>
/// <param name="Sum">The values added up; 0 where there is none.</param>
/// <param name="Mean">Sum / Count.</param>
/// <param name="Median">The middle value; the mean of the two in the middle where Count is even.</param>
/// <param name="Min">The smallest value.</param>
/// <param name="Max">The largest value.</param>
public sealed record FeatureSummary(
    string FeatureId, int Count, int Missing, double Sum, double Mean, double Median, double Min, double Max)
{
    /// <summary>Summarises every feature of a table, in its order. Cost: a sort per feature.</summary>
    public static IReadOnlyList<FeatureSummary> Summarise(CustomerFeatureTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var summaries = new FeatureSummary[table.Definitions.Count];
        for (int i = 0; i < summaries.Length; i++)
        {
            summaries[i] = Of(table.Definitions[i].Id, table.Columns[i]);
        }

        return summaries;
    }

    /// <summary>Summarises one column; NaN counts as missing.</summary>
    public static FeatureSummary Of(string featureId, ReadOnlySpan<double> values)
    {
        var present = new double[values.Length];
        int count = 0;
        double sum = 0;
        foreach (double value in values)
        {
            if (!double.IsNaN(value))
            {
                present[count++] = value;
                sum += value;
            }
        }

        int missing = values.Length - count;
        if (count == 0)
        {
            return new FeatureSummary(featureId, 0, missing, 0, double.NaN, double.NaN, double.NaN, double.NaN);
        }

        Array.Sort(present, 0, count);
        double median = (present[(count - 1) / 2] + present[count / 2]) / 2;
        return new FeatureSummary(featureId, count, missing, sum, sum / count, median, present[0], present[count - 1]);
    }
}
