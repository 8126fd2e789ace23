namespace CustomerDashboard.Core.Prediction.Explaining;

/// <summary>What one feature does over many customers.</summary>
/// <param name="Feature">Position among the features.</param>
/// <param name="FeatureId">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="MeanAbsolute">The mean size of its part, on the scale of the explanation.</param>
/// <param name="Share">That as a share of the sum over all features.</param>
/// <param name="Direction">Spearman's correlation of its values with its parts: 1 where more always raises the forecast, -1 where it always lowers it.</param>
/// <param name="Sentence">Both in words.</param>
public sealed record FeatureEffect(int Feature, string FeatureId, string Name, double MeanAbsolute, double Share, double Direction, string Sentence);
