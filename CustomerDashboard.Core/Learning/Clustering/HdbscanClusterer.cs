using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>HDBSCAN with its options chosen, as one of several ways of clustering.</summary>
public sealed class HdbscanClusterer(HdbscanOptions options) : IClusterer
{
    /// <inheritdoc />
    public string Name => "HDBSCAN";

    /// <inheritdoc />
    public IClusterModel Fit(Matrix points, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Hdbscan.Fit(points, options, progress, cancellationToken);
}
