using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Baskets.Network;

/// <summary>Judges pairs: lift, overlap and how unlikely chance is to have made them.</summary>
internal static class LinkMeasures
{
    /// <summary>The measures of all pairs, in their order; the ends are still numbered as items.</summary>
    /// <param name="table">The baskets the pairs were counted in.</param>
    /// <param name="pairs">The pairs.</param>
    /// <param name="minimum">
    /// The number of baskets that was asked for: items in fewer cannot be in a pair, so the correction is for all pairs of the others.
    /// Pairs together less often count as looked at and not found, which makes the corrected values too large rather than too small.
    /// </param>
    public static NetworkLink[] Of(BasketTable table, List<PairCount> pairs, int minimum)
    {
        int eligible = 0;
        foreach (int baskets in table.ProductBaskets)
        {
            eligible += baskets >= minimum ? 1 : 0;
        }

        var chance = new Hypergeometric(table.Count);
        var raw = new double[pairs.Count];
        for (int i = 0; i < raw.Length; i++)
        {
            PairCount pair = pairs[i];
            raw[i] = chance.UpperTail(table.ProductBaskets[pair.A], table.ProductBaskets[pair.B], pair.Together);
        }

        double[] corrected = FalseDiscovery.Adjust(raw, Math.Max(raw.Length, eligible * (eligible - 1L) / 2));
        var links = new NetworkLink[raw.Length];
        for (int i = 0; i < raw.Length; i++)
        {
            PairCount pair = pairs[i];
            (double a, double b) = (table.ProductBaskets[pair.A], table.ProductBaskets[pair.B]);
            links[i] = new NetworkLink(
                pair.A, pair.B, pair.Together, pair.Together * (double)table.Count / (a * b), pair.Together / (a + b - pair.Together), corrected[i]);
        }

        return links;
    }
}
