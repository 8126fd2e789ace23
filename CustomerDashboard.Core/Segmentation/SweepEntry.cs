namespace CustomerDashboard.Core.Segmentation;

/// <summary>How good the best grouping into k segments is.</summary>
/// <param name="K">The number of segments.</param>
/// <param name="Inertia">Sum of squared distances of the customers to the centre of their segment (lower is tighter).</param>
/// <param name="Silhouette">Mean silhouette, -1 to 1, NaN for fewer than two segments: how much nearer a customer is to its own segment than to the next one.</param>
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
    int SmallestSize)
{
    /// <summary>Bayesian information criterion of a mixture (lower is better); null for other methods.</summary>
    public double? Bic { get; init; }

    /// <summary>Akaike information criterion of a mixture (lower is better); null for other methods.</summary>
    public double? Aic { get; init; }

    /// <summary>True for a mixture of which a component collapsed onto tied values, so that its criteria follow the regularisation more than the customers.</summary>
    public bool Collapsed { get; init; }

    /// <summary>Gap statistic: how much tighter the segments are than those of customers without any structure; null where it was not computed.</summary>
    public double? Gap { get; init; }

    /// <summary>Standard error of <see cref="Gap"/>, with the error of the simulation.</summary>
    public double? GapStandardError { get; init; }

    /// <summary>How well the segments come back when customers are drawn anew; null where it was not tried.</summary>
    public StabilityEntry? Stability { get; init; }
}
