using CustomerDashboard.Core.Prediction;

namespace CustomerDashboard.Components.Pages.Prediction;

/// <summary>One row of the table of predictions.</summary>
/// <param name="Id">The customer.</param>
/// <param name="Persona">The name of the customer's segment, or null.</param>
/// <param name="Slot">The colour of that segment.</param>
/// <param name="Buys">Chance of buying again.</param>
/// <param name="Leaves">Its complement.</param>
/// <param name="Spend">Expected spend.</param>
/// <param name="RunRate">Last year's spend carried forward.</param>
public sealed record PredictedCustomer(string Id, string? Persona, int Slot, double? Buys, double? Leaves, double? Spend, double RunRate)
{
    public static PredictedCustomer Of(CustomerPrediction customer, (string Name, int Slot)? persona)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return new(
            customer.CustomerId, persona?.Name, persona?.Slot ?? 0, customer.RepeatProbability, customer.ChurnProbability, customer.ExpectedSpend, customer.RunRateSpend);
    }
}
