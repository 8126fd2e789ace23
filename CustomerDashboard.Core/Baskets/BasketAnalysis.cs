using System.Globalization;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Baskets;

/// <summary>
/// Finds what is bought together in cleaned lines: baskets, itemsets, rules with their checks, bundles. Odd data end in words
/// in the result, not in an exception.
/// </summary>
public static class BasketAnalysis
{
    /// <param name="lines">The cleaned lines.</param>
    /// <param name="options">Which baskets and rules.</param>
    /// <param name="segmentOfCustomer">The segment of each customer, -1 for none; needed where <see cref="BasketOptions.Segments"/> names some.</param>
    /// <param name="progress">Told the share done.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">An option cannot be used.</exception>
    public static BasketResult Run(
        CleanedTransactions lines, BasketOptions options, int[]? segmentOfCustomer = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        bool[]? included = BasketFilter.Of(lines, options, segmentOfCustomer);
        BasketTable table = BasketTable.Of(lines, options.Kind, included);
        var result = new BasketResult { Options = options, Table = table };
        if (Missing(lines, table, included is not null) is { } missing)
        {
            return result with { Unavailable = missing };
        }

        cancellationToken.ThrowIfCancellationRequested();
        progress?.Report(new WorkProgress("Surveying baskets", .1, table.Count, "baskets"));
        result = result with
        {
            Forecast = RuleForecast.Survey(table, cancellationToken: cancellationToken),
            Descriptions = ProductDescriptions.Find(lines),
            LaterFrom = new DateTime(table.Ticks[table.Count / 2], DateTimeKind.Unspecified),
        };
        double support = options.MinSupport ?? result.Forecast.Suggest();
        result = result with { MinSupport = support, MinBaskets = ItemsetOptions.BasketsOf(support, table.Count) };
        try
        {
            return Find(lines, included, result, progress, cancellationToken);
        }
        catch (Exception tooMany) when (tooMany is TooManyItemsetsException or TooManyRulesException)
        {
            return result with { Refusal = tooMany.Message };
        }
    }

    private static BasketResult Find(
        CleanedTransactions lines, bool[]? included, BasketResult so, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        BasketOptions options = so.Options;
        var wanted = new ItemsetOptions { MinBaskets = so.MinBaskets, MaxLength = options.MaxLength };
        IProgress<WorkProgress>? Part(double from, double to) => progress is null ? null : new PartialProgress(progress, from, to);
        ItemsetTable itemsets = options.Method switch
        {
            ItemsetMethod.FpGrowth => FpGrowth.Mine(so.Table, wanted, Part(.3, .6), cancellationToken),
            ItemsetMethod.Apriori => Apriori.Mine(so.Table, wanted, Part(.3, .6), cancellationToken),
            _ => Eclat.Mine(so.Table, wanted, Part(.3, .6), cancellationToken),
        };
        RuleSet rules = AssociationRules.Generate(itemsets, options.Rules, Part(.6, .8), cancellationToken);
        progress?.Report(new WorkProgress("Checking rules in the later half", .8, rules.Rules.Count, "rules"));
        rules = RuleHalves.Check(rules, itemsets, so.Table, options.Rules, so.MinSupport, cancellationToken);
        progress?.Report(new WorkProgress("Valuing bundles", .9));
        return so with
        {
            Itemsets = itemsets,
            Kinds = ItemsetKinds.Of(itemsets),
            Rules = rules,
            Bundles = BundleSuggestions.Find(lines, included, itemsets, rules, options.Bundles),
            Notes = Notes(so, rules),
        };
    }

    private static string? Missing(CleanedTransactions lines, BasketTable table, bool filtered)
    {
        if (lines.ProductCodes.Length == 0)
        {
            return "No column of this file says which product a line is about, so nothing can be said about what is bought together. Name one on the Data page (a product code or a description).";
        }

        if (table.Count == 0)
        {
            return filtered
                ? "No basket is left by the countries, segments and period chosen. Widen them."
                : "No line names a product. Choose another column as the product on the Data page.";
        }

        if (table.Items.Length == table.Count)
        {
            return "Every basket holds one product only, so nothing is bought together. Count all that a customer buys on one day as one basket, or look whether the invoice column is the right one.";
        }

        return null;
    }

    private static List<string> Notes(BasketResult so, RuleSet rules)
    {
        var notes = new List<string>();
        if (so.MinBaskets < 5)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"A support of {so.MinSupport:P2} is {so.MinBaskets:N0} of {so.Table.Count:N0} baskets: so few can meet by chance. Look at the corrected p-value."));
        }

        int everywhere = 0;
        foreach (int baskets in so.Table.ProductBaskets)
        {
            everywhere += baskets == so.Table.Count ? 1 : 0;
        }

        if (everywhere > 0)
        {
            notes.Add(everywhere == 1
                ? "One product is in every basket: rules that lead to it say nothing (lift 1)."
                : string.Create(CultureInfo.InvariantCulture, $"{everywhere:N0} products are in every basket: rules that lead to them say nothing (lift 1)."));
        }

        int largest = 0;
        for (int basket = 0; basket < so.Table.Count; basket++)
        {
            largest = Math.Max(largest, so.Table[basket].Length);
        }

        if (largest > 1_000)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"The largest basket holds {largest:N0} products. Whoever buys everything tells little about what goes together."));
        }

        if (rules.Rules.Count == 0)
        {
            notes.Add("No rule meets these settings. Lower the support, the confidence or the lift.");
        }

        return notes;
    }
}
