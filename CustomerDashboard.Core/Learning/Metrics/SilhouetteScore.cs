namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>The mean silhouette of a grouping.</summary>
/// <param name="Mean">From -1 (points lie nearer to another cluster) to 1 (clusters far apart).</param>
/// <param name="Margin">Half the width of the 95 % interval of a sampled mean; 0 when exact.</param>
/// <param name="EvaluatedPoints">How many points the mean rests on; noise is left out.</param>
/// <param name="IsExact">Whether all points were compared with all.</param>
/// <param name="ClusterMeans">The mean of each cluster; 0 for a label without points.</param>
public sealed record SilhouetteScore(double Mean, double Margin, int EvaluatedPoints, bool IsExact, IReadOnlyList<double> ClusterMeans);
