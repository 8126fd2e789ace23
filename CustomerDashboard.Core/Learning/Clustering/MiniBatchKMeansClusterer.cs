using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Mini-batch k-means with its options chosen, as one of several ways of clustering.</summary>
public sealed class MiniBatchKMeansClusterer(MiniBatchKMeansOptions options) : IClusterer
{
    /// <inheritdoc />
    public string Name => "Mini-batch K-Means";

    /// <inheritdoc />
    public IClusterModel Fit(Matrix points, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default) =>
        MiniBatchKMeans.Fit(points, options, progress, cancellationToken);
}
