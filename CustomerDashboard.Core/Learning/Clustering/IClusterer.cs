using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>A way of grouping points, with its options already chosen; what the contract tests and comparisons run over.</summary>
public interface IClusterer
{
    /// <summary>What a page calls it ("K-Means").</summary>
    string Name { get; }

    /// <summary>Groups <paramref name="points"/> (n x d).</summary>
    /// <exception cref="ArgumentException">The points cannot be grouped so; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    IClusterModel Fit(Matrix points, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default);
}
