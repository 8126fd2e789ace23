namespace CustomerDashboard.Core.Prediction.Guard;

/// <summary>How well one feature alone tells the answer.</summary>
/// <param name="Feature">Position among the features.</param>
/// <param name="FeatureId">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Score">AUC for yes/no, the mean AUC of the classes for several, R2 for a number; judged on customers left out.</param>
/// <param name="IsSuspicious">So well that it probably is the answer, written down differently or afterwards.</param>
/// <param name="Sentence">That in words.</param>
public sealed record SingleFeature(int Feature, string FeatureId, string Name, double Score, bool IsSuspicious, string Sentence);
