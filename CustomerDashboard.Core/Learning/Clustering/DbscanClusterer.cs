using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>DBSCAN with its options chosen, as one of several ways of clustering.</summary>
public sealed class DbscanClusterer(DbscanOptions options) : IClusterer
{
    /// <inheritdoc />
    public string Name => "DBSCAN";

    /// <inheritdoc />
    public IClusterModel Fit(Matrix points, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Dbscan.Fit(points, options, progress, cancellationToken);
}
