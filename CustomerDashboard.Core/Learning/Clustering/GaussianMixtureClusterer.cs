using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>A Gaussian mixture with its options chosen, as one of several ways of clustering.</summary>
public sealed class GaussianMixtureClusterer(GaussianMixtureOptions options) : IClusterer
{
    /// <inheritdoc />
    public string Name => "Gaussian mixture";

    /// <inheritdoc />
    public IClusterModel Fit(Matrix points, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default) =>
        GaussianMixture.Fit(points, options, progress, cancellationToken);
}
