using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Recommendations.Models;

/// <summary>A way to learn from what customers bought which products to offer whom.</summary>
public interface IRecommender
{
    /// <summary>Which way it is.</summary>
    RecommenderKind Kind { get; }

    /// <summary>Learns from purchases.</summary>
    /// <param name="history">What customers bought before a moment.</param>
    /// <param name="progress">How far it is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    IRecommenderModel Fit(PurchaseHistory history, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default);
}
