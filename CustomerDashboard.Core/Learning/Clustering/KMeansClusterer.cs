using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>k-means with its options chosen, as one of several ways of clustering.</summary>
public sealed class KMeansClusterer(KMeansOptions options) : IClusterer
{
    /// <inheritdoc />
    public string Name => "K-Means";

    /// <inheritdoc />
    public IClusterModel Fit(Matrix points, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default) =>
        KMeans.Fit(points, options, progress, cancellationToken);
}
