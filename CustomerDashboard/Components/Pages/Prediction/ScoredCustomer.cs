using CustomerDashboard.Core.Prediction.Judging;

namespace CustomerDashboard.Components.Pages.Prediction;

/// <summary>One row of the table of answers.</summary>
/// <param name="Rank">From 1: the customer to look at first.</param>
/// <param name="Id">The customer.</param>
/// <param name="Persona">The name of the customer's segment, or null.</param>
/// <param name="Slot">The colour of that segment.</param>
/// <param name="Answer">The chance, or the number foretold.</param>
/// <param name="Class">The most probable class, or null.</param>
/// <param name="LastYear">What the customer spent in the last year, or null.</param>
/// <param name="AtRisk">For churn the value at risk.</param>
/// <param name="Called">Whether the chance reaches the threshold.</param>
public sealed record ScoredCustomer(
    int Rank, string Id, string? Persona, int Slot, double Answer, string? Class, double? LastYear, double? AtRisk, bool Called)
{
    public static ScoredCustomer Of(int rank, CustomerScore score, IReadOnlyList<string> classes, (string Name, int Slot)? persona, double threshold)
    {
        ArgumentNullException.ThrowIfNull(score);
        ArgumentNullException.ThrowIfNull(classes);
        return new(
            rank, score.CustomerId, persona?.Name, persona?.Slot ?? 0, score.Value, score.Class is { } known && known < classes.Count ? classes[known] : null,
            score.LastYearSpend, score.ValueAtRisk, score.Value >= threshold);
    }
}
