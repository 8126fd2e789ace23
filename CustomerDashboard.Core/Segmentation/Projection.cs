namespace CustomerDashboard.Core.Segmentation;

/// <summary>The customers drawn in two and three dimensions by principal components.</summary>
/// <param name="FeatureIds">The features projected.</param>
/// <param name="FeatureNames">Their names in the manager's words.</param>
/// <param name="Planar">x and y of each customer in turn, ready for the browser: 2 n numbers.</param>
/// <param name="Spatial">x, y and z of each customer in turn: 3 n numbers. Coordinates that do not exist are 0.</param>
/// <param name="ExplainedVarianceRatio">Share of the variance each component explains, all components, largest first.</param>
/// <param name="Loadings">For each of these components, the weight of each feature (unit length, largest weight positive).</param>
public sealed record Projection(
    IReadOnlyList<string> FeatureIds,
    IReadOnlyList<string> FeatureNames,
    float[] Planar,
    float[] Spatial,
    IReadOnlyList<double> ExplainedVarianceRatio,
    IReadOnlyList<IReadOnlyList<double>> Loadings);
