namespace CustomerDashboard.Core.Prediction.Money;

/// <summary>One customer of an audience.</summary>
/// <param name="Row">Position among the customers given.</param>
/// <param name="CustomerId">The id.</param>
/// <param name="Probability">The chance that the answer is yes.</param>
/// <param name="ExpectedProfit">What contacting this customer is expected to bring after all costs.</param>
/// <param name="IsControl">Drawn by lot not to be contacted.</param>
public sealed record CampaignCustomer(int Row, string CustomerId, double Probability, double ExpectedProfit, bool IsControl);
