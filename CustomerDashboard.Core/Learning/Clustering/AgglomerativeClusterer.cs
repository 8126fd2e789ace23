using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Hierarchical clustering cut into a chosen number of clusters, as one of several ways of clustering.</summary>
/// <param name="options">The linkage, and what to do with too many points.</param>
/// <param name="clusterCount">How many branches to cut the tree into.</param>
public sealed class AgglomerativeClusterer(AgglomerativeOptions options, int clusterCount) : IClusterer
{
    /// <inheritdoc />
    public string Name => options.Linkage switch
    {
        Linkage.Ward => "Hierarchical (Ward)",
        Linkage.Complete => "Hierarchical (complete linkage)",
        Linkage.Average => "Hierarchical (average linkage)",
        _ => "Hierarchical (single linkage)",
    };

    /// <inheritdoc />
    /// <exception cref="TooFewPointsException">There are fewer different points than clusters.</exception>
    public IClusterModel Fit(Matrix points, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(clusterCount);
        KMeans.RequireUsable(points);
        int distinct = DistinctRows.CountUpTo(points, clusterCount);
        if (distinct < clusterCount)
        {
            throw new TooFewPointsException(clusterCount, points.Rows, distinct);
        }

        return AgglomerativeClustering.Fit(points, options, progress, cancellationToken).Cut(clusterCount);
    }
}
