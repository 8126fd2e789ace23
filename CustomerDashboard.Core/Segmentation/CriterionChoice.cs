namespace CustomerDashboard.Core.Segmentation;

/// <summary>The number of segments one criterion would choose by itself.</summary>
/// <param name="Criterion">"Elbow", "Silhouette", "Calinski-Harabasz" or "Davies-Bouldin".</param>
/// <param name="K">Its choice, or null when it cannot choose.</param>
/// <param name="Value">The criterion's value there (the depth of the bend for the elbow).</param>
/// <param name="Meaning">What the criterion looks at, in plain words.</param>
public sealed record CriterionChoice(string Criterion, int? K, double Value, string Meaning);
