using System.Globalization;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Baskets.Network;

/// <summary>
/// The network of products bought together: pairs are counted, those that meet the options become links, and the network is
/// measured, divided and drawn. Hard data do not throw: <see cref="ProductNetworkResult.Unavailable"/> says what is the matter.
/// Costs the sum over baskets of products² / 2 for the pairs, products x links for betweenness.
/// </summary>
public static class ProductNetworkAnalysis
{
    /// <summary>More links than this are neither drawn nor ranked.</summary>
    public const int MaximumLinks = 40_000;

    /// <summary>How many links a network has at most when the number of baskets is left open.</summary>
    public const int UsualLinks = 10_000;

    // Fewer links than this make no network, so a small file is asked for fewer baskets.
    private const int FewLinks = 60;

    private const int MaximumCandidates = 1_000_000;

    /// <summary>Builds the network of cleaned lines.</summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static ProductNetworkResult Run(
        CleanedTransactions lines, ProductNetworkOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        progress?.Report(new WorkProgress("Filling baskets", 0));
        return Run(BasketTable.Of(lines, options.Basket), options, progress, cancellationToken);
    }

    /// <summary>Builds the network of baskets.</summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static ProductNetworkResult Run(
        BasketTable table, ProductNetworkOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var notes = new List<string>();
        var counter = new PairCounter(table);
        if (counter.LeftOut > 0)
        {
            notes.Add(Text($"{counter.LeftOut:N0} baskets of more than {counter.LargestBasket:N0} products were left out: counting their pairs would take minutes and says little about what goes together."));
        }

        PartialProgress? counting = PartialProgress.Of(progress, 0, .3);
        int minimum = options.MinimumBaskets ?? ProductNetworkOptions.UsualMinimumBaskets;
        LinkCounts counts = counter.Count(minimum, MaximumCandidates, out List<PairCount>? pairs, counting, cancellationToken);
        int usual = Usual(counts);
        if (options.MinimumBaskets is null && usual != minimum)
        {
            notes.Add(Text($"At least {usual:N0} baskets are asked for instead of the usual {minimum:N0}, which would give {counts.Links(minimum):N0} links."));
            minimum = usual;
            counter.Count(minimum, MaximumCandidates, out pairs, counting, cancellationToken);
        }

        var result = new ProductNetworkResult
        {
            Options = options,
            Counts = counts,
            MinimumBaskets = minimum,
            SuggestedBaskets = usual,
            Baskets = table.Count,
            Notes = notes,
        };
        if (Empty(table, counter, counts, minimum) is { } nothing)
        {
            return result with { Unavailable = nothing };
        }

        List<NetworkLink>? links = pairs is null ? null : Chosen(LinkMeasures.Of(table, pairs, minimum), options);
        if (links is null || links.Count > MaximumLinks)
        {
            return result with { Unavailable = TooMany(links?.Count ?? counts.Links(minimum), counts, options) };
        }

        if (links.Count == 0)
        {
            return result with
            {
                Unavailable = Text($"None of the {counts.Links(minimum):N0} pairs that are together in at least {minimum:N0} baskets meets the other conditions. Ask for a lower lift or a higher p-value."),
            };
        }

        LinkNetwork network = NetworkBuilder.Build(table, links, null, options.Resolution, options.Seed, progress, cancellationToken);
        if (network.Nodes.Count > NetworkBuilder.MostDrawn)
        {
            notes.Add(Text($"The {NetworkBuilder.MostDrawn:N0} products with most links are drawn; the table and the figures have all {network.Nodes.Count:N0}."));
        }

        if (!network.BetweennessIsExact)
        {
            notes.Add("Betweenness is an estimate from a sample of products: following the ways from all of them would take minutes.");
        }

        return result with { Network = network };
    }

    /// <summary>The usual number of baskets, or the one closest to it that gives a network of a size one can look at.</summary>
    private static int Usual(LinkCounts counts)
    {
        int usual = ProductNetworkOptions.UsualMinimumBaskets;
        if (counts.Links(usual) > UsualLinks)
        {
            return counts.MinimumFor(UsualLinks);
        }

        while (usual > 2 && counts.Links(usual) < FewLinks)
        {
            usual--;
        }

        return counts.Links(usual) <= UsualLinks || counts.Links(usual + 1) == 0 ? usual : usual + 1;
    }

    private static string? Empty(BasketTable table, PairCounter counter, LinkCounts counts, int minimum)
    {
        if (table.Count == 0)
        {
            return "No line says which product was bought, so there is nothing to link. Choose the column with the product on the Data page.";
        }

        if (counter.Used == 0)
        {
            return counter.LeftOut > 0
                ? Text($"Every basket holds more than {counter.LargestBasket:N0} products, too many to count what goes together.")
                : Text($"None of the {table.Count:N0} baskets holds two different products, so nothing is bought together. If an order is spread over several invoices, take all that a customer buys on one day as a basket.");
        }

        return counts.Links(minimum) > 0 ? null
            : Text($"No two products are together in {minimum:N0} baskets or more: the most frequent pair is in {counts.Highest:N0}. Ask for {counts.Highest:N0} or fewer.");
    }

    private static List<NetworkLink> Chosen(NetworkLink[] links, ProductNetworkOptions options)
    {
        var chosen = new List<NetworkLink>();
        foreach (NetworkLink link in links)
        {
            if (link.Lift >= options.MinimumLift && (options.MaximumPValue is not { } most || link.PValue <= most))
            {
                chosen.Add(link);
            }
        }

        return chosen;
    }

    private static string TooMany(int links, LinkCounts counts, ProductNetworkOptions options)
    {
        int enough = counts.MinimumFor(MaximumLinks);
        string advice = counts.Links(enough) > 0
            ? Text($"Ask for at least {enough:N0} baskets, which gives {counts.Links(enough):N0}")
            : "Ask for a higher lift";
        string more = options.MinimumLift > 0 || counts.Links(enough) == 0 ? "" : ", or for a lift as well";
        return Text($"These conditions give {links:N0} links, more than the {MaximumLinks:N0} that can be ranked and drawn. ") + advice + more + ".";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
