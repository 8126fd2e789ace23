using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>k-medoids under straight-line distances with its options chosen, as one of several ways of clustering.</summary>
public sealed class KMedoidsClusterer(KMedoidsOptions options) : IClusterer
{
    /// <inheritdoc />
    public string Name => "K-Medoids";

    /// <inheritdoc />
    public IClusterModel Fit(Matrix points, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default) =>
        KMedoids.Fit(points, options, progress, cancellationToken);
}
