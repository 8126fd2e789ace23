namespace CustomerDashboard.Core.Baskets.Network;

/// <summary>How large the network would be for every number of baskets one may ask for: known at once, before any is built.</summary>
public sealed class LinkCounts
{
    private readonly int[] _links;
    private readonly int[] _nodes;

    /// <param name="pairs">How many pairs are together exactly so often, by that number.</param>
    /// <param name="strongest">For how many items the pair they are most often in is together exactly so often.</param>
    internal LinkCounts(int[] pairs, int[] strongest)
    {
        Highest = Math.Max(0, pairs.AsSpan().LastIndexOfAnyExcept(0));
        _links = AtLeast(pairs, Highest);
        _nodes = AtLeast(strongest, Highest);
    }

    /// <summary>The number of baskets of the pair most often together; 0 without any pair.</summary>
    public int Highest { get; }

    /// <summary>How many links there are when at least so many baskets are asked for.</summary>
    public int Links(int minimum) => minimum > Highest ? 0 : _links[Math.Max(1, minimum)];

    /// <summary>How many products have a link when at least so many baskets are asked for.</summary>
    public int Nodes(int minimum) => minimum > Highest ? 0 : _nodes[Math.Max(1, minimum)];

    /// <summary>The lowest number of baskets that gives at most so many links.</summary>
    public int MinimumFor(int links)
    {
        int minimum = 1;
        while (minimum <= Highest && _links[minimum] > links)
        {
            minimum++;
        }

        return minimum;
    }

    private static int[] AtLeast(int[] exactly, int highest)
    {
        var sums = new int[highest + 2];
        for (int i = highest; i >= 1; i--)
        {
            sums[i] = (int)Math.Min(int.MaxValue, (long)sums[i + 1] + exactly[i]);
        }

        return sums;
    }
}
