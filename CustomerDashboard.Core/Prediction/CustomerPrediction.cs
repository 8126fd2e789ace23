namespace CustomerDashboard.Core.Prediction;

/// <summary>What is expected of one customer in the N days after the file's last purchase.</summary>
/// <param name="CustomerIndex">Index into the cleaned file's customers.</param>
/// <param name="CustomerId">The id.</param>
/// <param name="RepeatProbability">Probability of buying again (chosen classifier, learned from all customers at the cut-off); null when unavailable.</param>
/// <param name="ExpectedSpend">Expected spend (chosen regressor or run-rate); null when unavailable.</param>
/// <param name="RunRateSpend">Last 365 days' spend x N / 365, for comparison.</param>
/// <param name="HoldoutProbability">The held-out score at the cut-off where this customer was in the test set, else null.</param>
/// <param name="BoughtAgain">Whether the customer bought in the outcome window; null for customers new since the cut-off.</param>
public sealed record CustomerPrediction(
    int CustomerIndex, string CustomerId, double? RepeatProbability, double? ExpectedSpend, double RunRateSpend,
    double? HoldoutProbability, bool? BoughtAgain)
{
    /// <summary>Probability of not buying in the next N days.</summary>
    public double? ChurnProbability => 1 - RepeatProbability;
}
