namespace CustomerDashboard.Core.Segmentation;

/// <summary>How good the best grouping into k segments is.</summary>
/// <param name="K">The number of segments.</param>
/// <param name="Inertia">Sum of squared distances of the customers to the centre of their segment (lower is tighter).</param>
/// <param name="Silhouette">Mean silhouette, -1 to 1: how much nearer a customer is to its own segment than to the next one.</param>
/// <param name="SilhouetteMargin">Half the width of the 95 % interval where the silhouette is estimated from a sample; 0 where it is exact.</param>
/// <param name="CalinskiHarabasz">Ratio of the spread between to the spread within segments (higher is better).</param>
/// <param name="DaviesBouldin">Mean likeness of each segment to its most similar one (lower is better).</param>
/// <param name="LargestShare">Share of the customers in the largest segment.</param>
/// <param name="SmallestSize">Number of customers in the smallest segment.</param>
public sealed record SweepEntry(
    int K,
    double Inertia,
    double Silhouette,
    double SilhouetteMargin,
    double CalinskiHarabasz,
    double DaviesBouldin,
    double LargestShare,
    int SmallestSize);
