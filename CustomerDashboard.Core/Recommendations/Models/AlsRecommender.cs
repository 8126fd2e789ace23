using CustomerDashboard.Core.Learning.Decomposition;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Recommendations.Models;

/// <summary>Factors of customers and products from implicit feedback (<see cref="ImplicitAls"/>); products whose factors match the customer's are offered.</summary>
/// <param name="options">Factors and rounds.</param>
public sealed class AlsRecommender(ImplicitAlsOptions? options = null) : IRecommender
{
    /// <summary>Shops have few purchases per customer, so factors are held to zero more strongly than in the general fit.</summary>
    public static ImplicitAlsOptions Default { get; } = new() { Regularisation = 20 };

    /// <inheritdoc />
    public RecommenderKind Kind => RecommenderKind.ImplicitAls;

    /// <inheritdoc />
    public IRecommenderModel Fit(PurchaseHistory history, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default) =>
        FitFrom(history, null, options ?? Default, progress, cancellationToken);

    internal static AlsModel FitFrom(
        PurchaseHistory history, AlsModel? start, ImplicitAlsOptions options, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(history);
        return new AlsModel(ImplicitAls.Fit(
            history.ToMatrix(static orders => Weight(orders)), options, start?.Factors.ColumnFactors, progress, cancellationToken));
    }

    internal static float Weight(float orders) => orders;
}
