using CustomerDashboard.Core.Recommendations.Models;

namespace CustomerDashboard.Core.Recommendations;

/// <summary>Says in words why a product is offered, each reason with the number behind it.</summary>
internal sealed class ReasonWriter
{
    private const int Most = 3;
    private const int RecentDays = 28;
    private readonly ComponentModels _models;
    private readonly PurchaseHistory _history;
    private readonly int[] _recentBaskets;
    private readonly int[] _popularRank;

    public ReasonWriter(ComponentModels models)
    {
        _models = models;
        _history = models.History;
        _recentBaskets = RecentBaskets(_history);
        _popularRank = Ranks(_history.Buyers);
    }

    /// <summary>The reasons, strongest first.</summary>
    /// <param name="product">The product offered.</param>
    /// <param name="own">What the customer has.</param>
    /// <param name="signals">What the recommenders say of it; empty when it only fills a list.</param>
    /// <param name="weights">How much each counts.</param>
    /// <param name="segment">The customer's segment, or null.</param>
    public IReadOnlyList<RecommendationReason> Write(
        int product, CustomerHistory own, ReadOnlySpan<float> signals, HybridWeights weights, SegmentTaste? segment)
    {
        var found = new List<(double Strength, RecommendationReason Reason)>();
        int at = own.Products.Span.BinarySearch(product);
        if (at >= 0)
        {
            found.Add((100, BoughtBefore(own, at)));
        }

        if (!signals.IsEmpty)
        {
            Related(product, own, signals, weights, found);
        }

        if (segment is not null && InSegment(product, segment) is { } reason)
        {
            found.Add((0.4, reason));
        }

        if (_recentBaskets[product] > 0)
        {
            double strength = signals.IsEmpty ? 0.01 : 0.25 * Weight(signals, weights, HybridSignal.Trending);
            found.Add((strength, new RecommendationReason(
                ReasonKind.SellsNow, $"sells now: in {Count(_recentBaskets[product], "order", "orders")} of the last {RecentDays} days", -1, _recentBaskets[product])));
        }

        if (found.Count == 0 || (signals.IsEmpty && at < 0) || _popularRank[product] < 20)
        {
            string among = _popularRank[product] < 20 ? $"number {_popularRank[product] + 1} of all products: " : "";
            found.Add((signals.IsEmpty ? 1 : 0.05, new RecommendationReason(
                ReasonKind.PopularWithEveryone, $"{among}bought by {Count(_history.Buyers[product], "customer", "customers")}", -1, _history.Buyers[product])));
        }

        found.Sort(static (a, b) => b.Strength != a.Strength ? b.Strength.CompareTo(a.Strength) : a.Reason.Kind.CompareTo(b.Reason.Kind));
        return [.. found.Take(Most).Select(entry => entry.Reason)];
    }

    private void Related(
        int product, CustomerHistory own, ReadOnlySpan<float> signals, HybridWeights weights, List<(double, RecommendationReason)> found)
    {
        int viaRule = Strongest(_models.Rules, product, own);
        double rules = Weight(signals, weights, HybridSignal.BasketRules);
        double items = Weight(signals, weights, HybridSignal.ItemNeighbours);
        if (viaRule >= 0)
        {
            // The same pair is what both look at, once by basket and once by customer: the basket is the reason people understand.
            int baskets = _models.Rules.CountTogether(viaRule, product);
            found.Add((0.3 + Math.Max(rules, items), new RecommendationReason(
                ReasonKind.SameBaskets, $"bought with {Name(viaRule)} in {Count(baskets, "basket", "baskets")}", viaRule, baskets)));
        }

        int viaCustomers = Strongest(_models.Items, product, own);
        if (viaCustomers >= 0 && viaCustomers != viaRule)
        {
            int both = _models.Items.CountTogether(viaCustomers, product);
            found.Add((items, new RecommendationReason(
                ReasonKind.SameCustomers, $"{Count(both, "customer", "customers")} who bought {Name(viaCustomers)} bought it too", viaCustomers, both)));
        }

        double taste = Math.Max(Weight(signals, weights, HybridSignal.ImplicitAls), Weight(signals, weights, HybridSignal.TruncatedSvd));
        // Half of the best match of this customer: below that "like this one" would say too much.
        if (Math.Max(signals[(int)HybridSignal.ImplicitAls], signals[(int)HybridSignal.TruncatedSvd]) > 3.2)
        {
            found.Add((0.5 * taste, new RecommendationReason(
                ReasonKind.CustomersLikeThis, "customers with purchases like these buy it", -1, _history.Buyers[product])));
        }
    }

    private RecommendationReason? InSegment(int product, SegmentTaste segment)
    {
        double share = segment.Share(product);
        double everyone = (double)_history.Buyers[product] / _history.ActiveCustomers;
        if (segment.Buyers(product) < 5 || share < 1.25 * everyone)
        {
            return null;
        }

        string words = $"popular in {segment.Name}: {Percent(share)} buy it, {Percent(everyone)} of all customers";
        return new RecommendationReason(ReasonKind.PopularInSegment, words, -1, segment.Buyers(product));
    }

    private static RecommendationReason BoughtBefore(CustomerHistory own, int at)
    {
        int orders = (int)own.Orders.Span[at];
        int days = (int)own.DaysSince.Span[at];
        string last = days == 0 ? "today" : $"{Count(days, "day", "days")} ago";
        string times = orders == 1 ? $"bought once, {last}" : $"bought in {orders} of {own.Baskets} orders, last {last}";
        return new RecommendationReason(ReasonKind.BoughtBefore, times, -1, orders);
    }

    private static int Strongest(NeighbourTable table, int product, CustomerHistory own)
    {
        int best = -1;
        float strength = 0;
        foreach (int bought in own.Products.Span)
        {
            float between = bought == product ? 0 : table.Between(bought, product);
            if (between > strength)
            {
                (best, strength) = (bought, between);
            }
        }

        return best;
    }

    private static double Weight(ReadOnlySpan<float> signals, HybridWeights weights, HybridSignal signal) =>
        Math.Max(0, weights[signal]) * signals[(int)signal];

    private static int[] RecentBaskets(PurchaseHistory history)
    {
        var counts = new int[history.ProductCount];
        for (int basket = history.Log.CountBefore(history.Cutoff.AddDays(-RecentDays)); basket < history.BasketCount; basket++)
        {
            foreach (int product in history.Log.Basket(basket))
            {
                counts[product]++;
            }
        }

        return counts;
    }

    private static int[] Ranks(int[] buyers)
    {
        var ranks = new int[buyers.Length];
        int rank = 0;
        foreach (int product in Enumerable.Range(0, buyers.Length).OrderByDescending(product => buyers[product]).ThenBy(product => product))
        {
            ranks[product] = rank++;
        }

        return ranks;
    }

    private string Name(int product) => _history.Log.ProductNames[product];

    private static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{number} {many}";

    private static string Percent(double share) => FormattableString.Invariant($"{100 * share:0.#} %");
}
