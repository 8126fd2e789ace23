using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Cleaning;

namespace CustomerDashboard.Components.Pages.Cleaning;

/// <summary>What cleaning did, in one sentence.</summary>
public static class CleaningWords
{
    public static string Answer(CleaningResult result, string? currency)
    {
        ArgumentNullException.ThrowIfNull(result);
        string kept = result.After.Rows == result.Before.Rows
            ? $"All {Numbers.Count(result.After.Rows)} lines are kept"
            : $"{Numbers.Count(result.After.Rows)} of {Numbers.Count(result.Before.Rows)} lines are kept ({Numbers.Percent((double)result.After.Rows / result.Before.Rows)})";
        string who = $"{Numbers.Counted(result.After.Customers, "customer")} who spent {Numbers.Money(result.After.Revenue, currency)}";
        CleaningStep? most = result.Steps.MaxBy(step => step.RowsRemoved);
        return most is { RowsRemoved: > 0 }
            ? $"{kept}: {who}. Most of the rest went at the rule \u201c{most.Name}\u201d: {Numbers.Counted(most.RowsRemoved, "line")}."
            : $"{kept}: {who}.";
    }
}
