using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Recommendations.Models;

namespace CustomerDashboard.Core.Recommendations.Evaluation;

/// <summary>
/// Judges all recommenders on purchases after the cut-off they learned up to. For each customer every product of the catalogue
/// is ranked, not a sample of it, so that figures can be compared with those of other programs.
/// </summary>
internal static class RecommenderJudge
{
    /// <summary>More customers than this are sampled, so that a large shop takes no longer.</summary>
    public const int MostCustomers = 4000;

    private static readonly CandidateScope[] Scopes = [CandidateScope.NewProducts, CandidateScope.AllProducts];

    public static RecommenderEvaluation Judge(
        ComponentModels models, HybridWeights forNew, HybridWeights forAll, DateTime end, int seed, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        PurchaseHistory history = models.History;
        TestPurchases test = TestPurchases.Of(history, end, MostCustomers, seed);
        int customers = test.Customers.Length;
        int kinds = ComponentModels.Kinds.Count + 1;
        var tallies = new RankingTally[Scopes.Length * kinds];
        for (int i = 0; i < tallies.Length; i++)
        {
            tallies[i] = new RankingTally(customers);
        }

        var counts = new bool[Scopes.Length][];
        for (int scope = 0; scope < Scopes.Length; scope++)
        {
            counts[scope] = new bool[customers];
        }

        const int block = 16;
        int done = 0;
        using var spaces = new ThreadLocal<(CandidateList List, BestFirst Best)>(() => (new CandidateList(models), new BestFirst(RankingTally.Longest)));
        ParallelWork.Run(
            (customers + block - 1) / block,
            null,
            piece =>
            {
                (CandidateList list, BestFirst best) = spaces.Value;
                for (int place = piece * block; place < Math.Min(customers, (piece + 1) * block); place++)
                {
                    CustomerHistory own = history.Of(test.Customers[place]);
                    list.Score(own);
                    for (int scope = 0; scope < Scopes.Length; scope++)
                    {
                        int[] relevant = test.Relevant(place, own, Scopes[scope]);
                        if (relevant.Length == 0)
                        {
                            continue;
                        }

                        counts[scope][place] = true;
                        list.Choose(own, Scopes[scope] == CandidateScope.AllProducts, null);
                        for (int model = 0; model < kinds - 1; model++)
                        {
                            list.Best(model, best);
                            tallies[(scope * kinds) + model].Add(place, best.Items.AsSpan(0, best.Sort()), relevant);
                        }

                        HybridModel.Rank(list, Scopes[scope] == CandidateScope.AllProducts ? forAll : forNew, best);
                        tallies[(scope * kinds) + kinds - 1].Add(place, best.Items.AsSpan(0, best.Sort()), relevant);
                    }
                }

                int ended = Interlocked.Increment(ref done) * block;
                progress?.Report(new WorkProgress("Judging recommendations", Math.Min(1, (double)ended / customers), Math.Min(ended, customers), "customers"));
            },
            cancellationToken);
        return new RecommenderEvaluation(
            history.Cutoff, end, history.ActiveCustomers, history.Buyers.Count(buyers => buyers > 0), customers, test.Sampled,
            Summarise(history, test, tallies, counts, seed, cancellationToken));
    }

    private static RankingScores[] Summarise(
        PurchaseHistory history, TestPurchases test, RankingTally[] tallies, bool[][] counts, int seed, CancellationToken cancellationToken)
    {
        var offers = new OfferTally(history);
        int kinds = ComponentModels.Kinds.Count + 1;
        var jobs = new List<(CandidateScope Scope, CustomerKind Kind, int[] Places, CustomerResamples Resamples)>();
        foreach (CandidateScope scope in Scopes)
        {
            foreach (CustomerKind kind in Enum.GetValues<CustomerKind>())
            {
                int[] places = [.. Enumerable.Range(0, test.Customers.Length).Where(
                    place => counts[(int)scope][place] && IsOf(kind, history.Baskets[test.Customers[place]]))];
                if (places.Length > 0)
                {
                    jobs.Add((scope, kind, places, new CustomerResamples(places, seed)));
                }
            }
        }

        var scores = new RankingScores[jobs.Count * kinds][];
        ParallelWork.Run(
            scores.Length,
            null,
            piece =>
            {
                var (scope, kind, places, resamples) = jobs[piece / kinds];
                int model = piece % kinds;
                RecommenderKind name = model == kinds - 1 ? RecommenderKind.Hybrid : ComponentModels.Kinds[model];
                RankingTally tally = tallies[((int)scope * kinds) + model];
                if (name == RecommenderKind.RepeatPurchases && scope == CandidateScope.NewProducts)
                {
                    scores[piece] = [];
                    return;
                }

                scores[piece] = [.. RecommenderEvaluation.Lengths.Select((k, length) =>
                {
                    MetricInterval Of(int metric) => resamples.Mean(tally.Figures[(length * RankingTally.Metrics) + metric]);
                    var (coverage, novelty, popular) = offers.Describe(tally, places, k);
                    return new RankingScores(name, scope, kind, k, places.Length, Of(0), Of(1), Of(2), Of(3), Of(4), coverage, novelty, popular);
                })];
            },
            cancellationToken);
        return [.. scores.SelectMany(part => part)];
    }

    private static bool IsOf(CustomerKind kind, int baskets) => kind switch
    {
        CustomerKind.OneTimeBuyers => baskets == 1,
        CustomerKind.Regulars => baskets > 1,
        _ => true,
    };
}
