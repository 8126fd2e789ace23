namespace CustomerDashboard.Core.Recommendations;

/// <summary>A product to offer to a segment.</summary>
/// <param name="Product">Its number in the log.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Customers">For how many of the customers looked at it is among the best.</param>
/// <param name="Of">How many were looked at.</param>
/// <param name="SegmentShare">The share of the segment who bought it already.</param>
/// <param name="OverallShare">The share of all customers who bought it.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record SegmentRecommendation(
    int Product, string Code, string Name, int Customers, int Of, double SegmentShare, double OverallShare, string Reason)
{
    internal static IReadOnlyList<SegmentRecommendation> From(RecommendationEngine engine, SegmentTaste segment, int[][] lists, int count)
    {
        PurchaseHistory history = engine.History;
        var times = new int[history.ProductCount];
        foreach (int[] list in lists)
        {
            foreach (int product in list)
            {
                times[product]++;
            }
        }

        IEnumerable<int> best = Enumerable.Range(0, times.Length)
            .Where(product => times[product] > 0)
            .OrderByDescending(product => times[product])
            .ThenBy(product => product)
            .Take(count);
        return
        [
            .. best.Select(product =>
            {
                double share = segment.Share(product);
                double everyone = history.ActiveCustomers == 0 ? 0 : (double)history.Buyers[product] / history.ActiveCustomers;
                string bought = FormattableString.Invariant($"{100 * share:0.#} % of the segment and {100 * everyone:0.#} % of all customers bought it");
                return new SegmentRecommendation(
                    product, history.Log.ProductCodes[product], history.Log.ProductNames[product], times[product], lists.Length, share, everyone,
                    $"among the best for {times[product]} of {lists.Length} customers; {bought}");
            }),
        ];
    }
}
