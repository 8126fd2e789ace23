using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>The customers as points: what the grouping really saw.</summary>
/// <param name="FeatureIds">The features used, one per column; constant ones were left out.</param>
/// <param name="FeatureNames">Their names in the manager's words.</param>
/// <param name="Points">One row per customer, filled, log-transformed and scaled as the options say.</param>
/// <param name="Imputations">What stood in for missing values.</param>
/// <param name="LeftOut">The features that were chosen but could not be used, each with the reason.</param>
public sealed record PreparedFeatures(
    IReadOnlyList<string> FeatureIds,
    IReadOnlyList<string> FeatureNames,
    Matrix Points,
    IReadOnlyList<Imputation> Imputations,
    IReadOnlyList<LeftOutFeature> LeftOut);
