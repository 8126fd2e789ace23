using CustomerDashboard.Core.Learning.Decomposition;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Recommendations.Models;

/// <summary>
/// Rebuilds the customer x product matrix from its leading dimensions; products that stand out in the rebuilt row of a customer are
/// offered (PureSVD of P. Cremonesi, Y. Koren, R. Turrin, RecSys 2010).
/// </summary>
/// <param name="options">How many dimensions.</param>
public sealed class SvdRecommender(TruncatedSvdOptions? options = null) : IRecommender
{
    /// <inheritdoc />
    public RecommenderKind Kind => RecommenderKind.TruncatedSvd;

    /// <inheritdoc />
    public IRecommenderModel Fit(PurchaseHistory history, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        TruncatedSvdModel model = TruncatedSvd.Fit(history.ToMatrix(static orders => Weight(orders)), options, progress, cancellationToken);
        return new SvdModel(model);
    }

    /// <summary>That a product was bought at all says most; how often adds little.</summary>
    internal static float Weight(float orders) => MathF.Cbrt(orders);
}
