namespace CustomerDashboard.Core.Prediction.Explaining;

/// <summary>One feature of a beeswarm: one dot per customer.</summary>
/// <param name="Feature">Position among the features.</param>
/// <param name="FeatureId">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Values">The customers' values; NaN where not known.</param>
/// <param name="Contributions">Their parts, on the scale of the explanation.</param>
/// <param name="Levels">Where each value stands among them, 0 lowest to 1 highest; NaN where not known.</param>
public sealed record SwarmFeature(int Feature, string FeatureId, string Name, float[] Values, float[] Contributions, float[] Levels);
