namespace CustomerDashboard.Core.Prediction.Saving;

/// <summary>What a saved model says of one customer.</summary>
/// <param name="CustomerId">The id.</param>
/// <param name="Value">The chance of yes, the chance of the likeliest class, or the number foretold.</param>
/// <param name="Class">The likeliest class; null where there are none.</param>
public sealed record ScoredCustomer(string CustomerId, double Value, string? Class);
