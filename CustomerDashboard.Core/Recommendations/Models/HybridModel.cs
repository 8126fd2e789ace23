using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Recommendations.Evaluation;

namespace CustomerDashboard.Core.Recommendations.Models;

/// <summary>
/// The blend of all recommenders (R. Burke, "Hybrid recommender systems", 2002): each brings its best products as candidates, and a
/// candidate's score is the weighted sum of what they say of it.
/// </summary>
internal static class HybridModel
{
    /// <summary>Eight weights need no more customers than this.</summary>
    private const int MostCustomers = 1500;

    /// <summary>The best candidates.</summary>
    public static void Rank(CandidateList list, HybridWeights weights, BestFirst best)
    {
        best.Clear();
        ReadOnlySpan<int> products = list.Products;
        for (int place = 0; place < products.Length; place++)
        {
            best.Offer(products[place], (float)HybridLearner.Score(list.Signals(place), weights.Weights));
        }
    }

    /// <summary>Learns the weights from what customers bought in a period after the one the parts learned from.</summary>
    /// <param name="models">The parts, which know nothing of the period.</param>
    /// <param name="end">The first moment after the period.</param>
    /// <param name="seed">Chooses the customers where there are many.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The blend for new products, and the one for all products.</returns>
    public static (HybridWeights ForNew, HybridWeights ForAll) Learn(ComponentModels models, DateTime end, int seed, CancellationToken cancellationToken)
    {
        const int block = 16;
        PurchaseHistory history = models.History;
        TestPurchases later = TestPurchases.Of(history, end, MostCustomers, seed);
        int customers = later.Customers.Length;
        var forNew = new HybridLearner.Case?[customers];
        var forAll = new HybridLearner.Case?[customers];
        using var spaces = new ThreadLocal<CandidateList>(() => new CandidateList(models));
        ParallelWork.Run(
            (customers + block - 1) / block,
            null,
            piece =>
            {
                CandidateList list = spaces.Value!;
                for (int place = piece * block; place < Math.Min(customers, (piece + 1) * block); place++)
                {
                    CustomerHistory own = history.Of(later.Customers[place]);
                    list.Score(own);
                    forNew[place] = CaseOf(list, own, later.Relevant(place, own, CandidateScope.NewProducts), repeats: false);
                    forAll[place] = CaseOf(list, own, later.Relevant(place, own, CandidateScope.AllProducts), repeats: true);
                }
            },
            cancellationToken);
        return (HybridLearner.Learn(forNew, cancellationToken), HybridLearner.Learn(forAll, cancellationToken));
    }

    private static HybridLearner.Case? CaseOf(CandidateList list, CustomerHistory own, int[] relevant, bool repeats)
    {
        if (relevant.Length == 0)
        {
            return null;
        }

        list.Choose(own, repeats, null);
        var signals = new float[list.Products.Length * HybridWeights.Signals];
        var bought = new bool[list.Products.Length];
        for (int place = 0; place < bought.Length; place++)
        {
            list.Signals(place).CopyTo(signals.AsSpan(place * HybridWeights.Signals));
            bought[place] = Array.BinarySearch(relevant, list.Products[place]) >= 0;
        }

        return new HybridLearner.Case(signals, bought);
    }
}
