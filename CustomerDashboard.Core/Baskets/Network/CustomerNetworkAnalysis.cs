using System.Globalization;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Baskets.Network;

/// <summary>
/// The network of customers who bought the same products: a product counts as a basket of those who bought it. Of many customers
/// a sample is drawn and said so. Costs the sum over products of buyers in the sample² / 2.
/// </summary>
public static class CustomerNetworkAnalysis
{
    private const double UsualLinksPerCustomer = 4;

    /// <summary>Builds the network of cleaned lines; hard data do not throw.</summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static CustomerNetworkResult Run(
        CleanedTransactions lines, CustomerNetworkOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        progress?.Report(new WorkProgress("Choosing customers", 0));
        int[][] bought = ProductsBought(lines);
        int[] eligible = [.. Enumerable.Range(0, bought.Length).Where(customer => bought[customer].Length >= options.MinimumShared)];
        var result = new CustomerNetworkResult
        {
            Options = options,
            Customers = eligible.Length,
            Sampled = Math.Min(eligible.Length, options.SampleSize),
            MinimumOverlap = options.MinimumOverlap ?? 0,
            LinksByPercent = new int[101],
        };
        if (eligible.Length < 2)
        {
            return result with
            {
                Unavailable = Text($"{(eligible.Length == 0 ? "No customer has" : "Only one customer has")} bought {options.MinimumShared:N0} different products or more. Ask for fewer products in common."),
            };
        }

        int[] sample = eligible.Length <= options.SampleSize
            ? eligible
            : [.. new RandomSource(options.Seed).SampleWithoutReplacement(eligible.Length, options.SampleSize).Select(place => eligible[place])];
        BasketTable table = ByProduct(lines, bought, sample);
        new PairCounter(table).Count(
            options.MinimumShared, int.MaxValue, out List<PairCount>? pairs, PartialProgress.Of(progress, 0, .3), cancellationToken);
        NetworkLink[] all = LinkMeasures.Of(table, pairs!, options.MinimumShared);
        int[] byPercent = LinksByPercent(all);
        double overlap = options.MinimumOverlap ?? Usual(byPercent, sample.Length);
        result = result with { MinimumOverlap = overlap, LinksByPercent = byPercent };
        List<NetworkLink> links = [.. all.Where(link => link.Overlap >= overlap - 1e-9)];
        if (links.Count == 0)
        {
            return result with
            {
                Unavailable = all.Length == 0
                    ? Text($"No two of the {sample.Length:N0} customers looked at share {options.MinimumShared:N0} products. Ask for fewer.")
                    : Text($"No two of the {sample.Length:N0} customers looked at have {overlap:0%} of their products in common; the most is {all.Max(link => link.Overlap):0.0%}. Ask for less."),
            };
        }

        if (links.Count > ProductNetworkAnalysis.MaximumLinks)
        {
            return result with
            {
                Unavailable = Text($"This gives {links.Count:N0} links, more than the {ProductNetworkAnalysis.MaximumLinks:N0} that can be ranked and drawn. Ask for more in common, or look at fewer customers."),
            };
        }

        LinkNetwork network = NetworkBuilder.Build(table, links, sample, 1, options.Seed, progress, cancellationToken);
        IReadOnlyList<string> notes = result.IsSample
            ? [Text($"{sample.Length:N0} of the {eligible.Length:N0} customers with at least {options.MinimumShared:N0} different products were drawn at random (seed {options.Seed}).")]
            : [];
        return result with { Network = network, Notes = notes };
    }

    /// <summary>The different products of each customer, ascending.</summary>
    private static int[][] ProductsBought(CleanedTransactions lines)
    {
        LinesByKey byCustomer = LinesByKey.Of(lines.Customer, lines.CustomerCount, null);
        var bought = new int[lines.CustomerCount][];
        var last = new int[lines.ProductCodes.Length];
        Array.Fill(last, -1);
        var products = new List<int>();
        for (int customer = 0; customer < bought.Length; customer++)
        {
            products.Clear();
            for (int i = byCustomer.Starts[customer]; i < byCustomer.Starts[customer + 1]; i++)
            {
                int product = lines.Product[byCustomer.Lines[i]];
                if (product >= 0 && last[product] != customer)
                {
                    last[product] = customer;
                    products.Add(product);
                }
            }

            products.Sort();
            bought[customer] = [.. products];
        }

        return bought;
    }

    private static BasketTable ByProduct(CleanedTransactions lines, int[][] bought, int[] sample)
    {
        var buyers = new List<int>[lines.ProductCodes.Length];
        for (int i = 0; i < sample.Length; i++)
        {
            foreach (int product in bought[sample[i]])
            {
                (buyers[product] ??= []).Add(i);
            }
        }

        return BasketTable.Of([.. buyers.Where(list => list is not null)], [.. sample.Select(customer => lines.CustomerIds[customer])]);
    }

    private static int[] LinksByPercent(NetworkLink[] links)
    {
        var counts = new int[101];
        foreach (NetworkLink link in links)
        {
            counts[(int)Math.Floor((link.Overlap * 100) + 1e-9)]++;
        }

        for (int percent = 99; percent >= 0; percent--)
        {
            counts[percent] += counts[percent + 1];
        }

        return counts;
    }

    /// <summary>The lowest whole percent that leaves about four links per customer.</summary>
    private static double Usual(int[] byPercent, int customers)
    {
        int percent = 0;
        while (percent < 100 && byPercent[percent] > UsualLinksPerCustomer * customers)
        {
            percent++;
        }

        return (byPercent[percent] > 0 || percent == 0 ? percent : percent - 1) / 100.0;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
