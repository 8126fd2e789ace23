namespace CustomerDashboard.Core.Prediction.Saving;

/// <summary>A file scored by a saved model.</summary>
/// <param name="Model">What scored it.</param>
/// <param name="Cutoff">The moment customers are seen at: everything before it is known; null where time plays no part.</param>
/// <param name="Customers">Every customer, the highest value first.</param>
/// <param name="Notes">What to know before using the scores.</param>
public sealed record ScoredFile(SavedModelInfo Model, DateTime? Cutoff, IReadOnlyList<ScoredCustomer> Customers, IReadOnlyList<string> Notes);
