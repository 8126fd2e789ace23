namespace CustomerDashboard.Core.Prediction;

/// <summary>What goes with one feature in the odds of buying again, the other features held fixed.</summary>
/// <param name="FeatureId">The feature.</param>
/// <param name="Name">Its name to show.</param>
/// <param name="PerStandardDeviation">Odds ratio for one standard deviation more (of the log-scaled feature).</param>
/// <param name="Lower">95 % confidence limit (Wald, penalised fit: read as approximate).</param>
/// <param name="Upper">95 % confidence limit.</param>
/// <param name="PerDoubling">Odds ratio when the feature goes from its median to twice its median; for a yes/no feature, from no to yes.</param>
/// <param name="Sentence">The same in words ("Days since last purchase 328 rather than 164, all else equal: the odds of buying again are 31% lower.").</param>
public sealed record OddsRatio(
    string FeatureId, string Name, double PerStandardDeviation, double Lower, double Upper, double PerDoubling, string Sentence);
