using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Recommendations.Models;

/// <summary>What sells now: every basket counts by its age, half as much for each <paramref name="halfLife"/> days.</summary>
/// <param name="halfLife">The days after which a purchase counts half.</param>
public sealed class TrendingRecommender(double halfLife = TrendingRecommender.DefaultHalfLife) : IRecommender
{
    /// <summary>A week: what sold in the last month makes nearly all of the score.</summary>
    public const double DefaultHalfLife = 7;

    /// <inheritdoc />
    public RecommenderKind Kind => RecommenderKind.Trending;

    /// <inheritdoc />
    public IRecommenderModel Fit(PurchaseHistory history, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(halfLife);
        var sums = new double[history.ProductCount];
        PurchaseLog log = history.Log;
        for (int basket = 0; basket < history.BasketCount; basket++)
        {
            double weight = Math.Pow(0.5, TimeSpan.FromTicks(history.Cutoff.Ticks - log.Ticks[basket]).TotalDays / halfLife);
            foreach (int product in log.Basket(basket))
            {
                sums[product] += weight;
            }
        }

        return new SameForAllModel(Kind, Array.ConvertAll(sums, sum => (float)sum));
    }
}
