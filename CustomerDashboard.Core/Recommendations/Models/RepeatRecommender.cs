using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Recommendations.Models;

/// <summary>
/// What the customer bought before, most often first. Most products were bought once or twice, so among these the ones that many
/// customers buy come first, then those bought last. Knows nothing of products that are new to the customer.
/// </summary>
public sealed class RepeatRecommender : IRecommender
{
    /// <inheritdoc />
    public RecommenderKind Kind => RecommenderKind.RepeatPurchases;

    /// <inheritdoc />
    public IRecommenderModel Fit(PurchaseHistory history, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        return new Model(history.Buyers);
    }

    private sealed class Model(int[] buyers) : IRecommenderModel
    {
        public RecommenderKind Kind => RecommenderKind.RepeatPurchases;

        public void Score(CustomerHistory history, Span<float> scores)
        {
            scores.Clear();
            ReadOnlySpan<int> products = history.Products.Span;
            ReadOnlySpan<float> orders = history.Orders.Span;
            ReadOnlySpan<float> days = history.DaysSince.Span;
            for (int i = 0; i < products.Length; i++)
            {
                scores[products[i]] = orders[i] * MathF.Pow(1 + buyers[products[i]], 0.3f) * MathF.Exp(-days[i] / 400);
            }
        }
    }
}
