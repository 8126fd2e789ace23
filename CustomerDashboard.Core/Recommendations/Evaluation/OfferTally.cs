namespace CustomerDashboard.Core.Recommendations.Evaluation;

/// <summary>How much of the catalogue lists of offers use, and how well known it is.</summary>
internal sealed class OfferTally
{
    private readonly double[] _surprise;
    private readonly bool[] _popular;
    private readonly int _products;

    public OfferTally(PurchaseHistory history)
    {
        int[] byBuyers = [.. Enumerable.Range(0, history.ProductCount).Where(product => history.Buyers[product] > 0)
            .OrderByDescending(product => history.Buyers[product]).ThenBy(product => product)];
        _products = byBuyers.Length;
        _popular = new bool[history.ProductCount];
        foreach (int product in byBuyers.AsSpan(0, (_products + 9) / 10))
        {
            _popular[product] = true;
        }

        _surprise = Array.ConvertAll(history.Buyers, buyers => buyers > 0 ? -Math.Log2((double)buyers / history.ActiveCustomers) : 0);
    }

    public (double Coverage, double Novelty, double PopularShare) Describe(RankingTally tally, int[] places, int k)
    {
        var offered = new HashSet<int>();
        double surprise = 0;
        int offers = 0, popular = 0;
        foreach (int place in places)
        {
            foreach (int product in tally.Offered.AsSpan(place * RankingTally.Longest, k))
            {
                if (product >= 0)
                {
                    offered.Add(product);
                    surprise += _surprise[product];
                    popular += _popular[product] ? 1 : 0;
                    offers++;
                }
            }
        }

        return offers == 0 ? (0, 0, 0) : ((double)offered.Count / _products, surprise / offers, (double)popular / offers);
    }
}
