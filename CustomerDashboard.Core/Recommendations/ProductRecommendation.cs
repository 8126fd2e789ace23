using System.Globalization;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Learning.Decomposition;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Recommendations.Evaluation;
using CustomerDashboard.Core.Recommendations.Models;

namespace CustomerDashboard.Core.Recommendations;

/// <summary>
/// From purchases to recommendations: learns on what lies before two cut-offs, takes the hybrid's weights from the days between them,
/// judges on the days after the second, and learns anew from everything for the recommendations themselves.
/// </summary>
public static class ProductRecommendation
{
    /// <summary>The most products looked at: those most bought. It bounds time and memory for catalogues of any size.</summary>
    public const int MostProducts = 10_000;

    private const int FewestCustomers = 10;

    /// <summary>Learns and judges.</summary>
    /// <param name="lines">The purchases.</param>
    /// <param name="options">What to learn.</param>
    /// <param name="nonProducts">Codes that are no products: postage, fees, samples. They are never looked at.</param>
    /// <param name="progress">How far it is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Never throws for odd data: <see cref="RecommendationResult.Unavailable"/> and <see cref="RecommendationResult.NotJudged"/> say in words what is missing.</returns>
    /// <exception cref="ArgumentException">An option cannot be used.</exception>
    public static RecommendationResult Run(
        CleanedTransactions lines, RecommendationOptions options, IReadOnlySet<string>? nonProducts = null,
        IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        PurchaseLog log = ReadLog(lines, nonProducts, out List<string> notes);
        if (Missing(log) is { } missing)
        {
            return new RecommendationResult { Options = options, Unavailable = missing };
        }

        long end = log.Ticks[^1] + 1;
        double days = TimeSpan.FromTicks(end - log.Ticks[0]).TotalDays;
        double holdout = options.HoldoutDays;
        if (days < 3 * holdout)
        {
            holdout = Math.Floor(days / 4);
            notes.Add(string.Create(
                CultureInfo.InvariantCulture, $"The data cover {days:0} days, too few to judge on {options.HoldoutDays}: recommendations are judged on the last {holdout:0}."));
        }

        var last = new DateTime(end);
        DateTime cutoff = last.AddTicks(-1).AddDays(-holdout);
        DateTime earlier = cutoff.AddDays(-holdout);
        PurchaseHistory before = PurchaseHistory.Before(log, cutoff);
        PurchaseHistory whole = PurchaseHistory.Before(log, last);
        int judged = holdout < 1 ? 0 : TestPurchases.Of(before, last, int.MaxValue, options.Seed).Customers.Length;
        string? notJudged = judged >= FewestCustomers ? null : holdout < 1
            ? "How good these recommendations are cannot be told: the purchases lie within four days. Add data of a longer time."
            : $"How good these recommendations are cannot be told: only {judged} customers bought both before and after {cutoff:yyyy-MM-dd}. It takes at least {FewestCustomers}.";
        ComponentModels? models = null;
        HybridWeights forNew = HybridWeights.Equal;
        HybridWeights forAll = HybridWeights.Equal;
        RecommenderEvaluation? evaluation = null;
        if (notJudged is null)
        {
            PurchaseHistory first = PurchaseHistory.Before(log, earlier);
            if (first.ActiveCustomers > 0)
            {
                models = ComponentModels.Fit(first, options, null, Part(progress, 0, 0.3), cancellationToken);
                (forNew, forAll) = HybridModel.Learn(models, cutoff, options.Seed, cancellationToken);
            }

            models = ComponentModels.Fit(before, options, models, Part(progress, 0.4, 0.6), cancellationToken);
            evaluation = RecommenderJudge.Judge(models, forNew, forAll, last, options.Seed, Part(progress, 0.6, 0.8), cancellationToken);
        }

        if (forNew.Customers == 0)
        {
            notes.Add("There is too little earlier data to learn how much each recommender should count; in the hybrid all count alike.");
        }

        models = ComponentModels.Fit(whole, options, models, Part(progress, 0.8, 1), cancellationToken);
        if (evaluation is { Sampled: true })
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"Judged on a random sample of {evaluation.TestCustomers:N0} customers."));
        }

        return new RecommendationResult
        {
            Options = options,
            Engine = new RecommendationEngine(models, forNew, forAll),
            Evaluation = evaluation,
            NotJudged = notJudged,
            ValidationCutoff = evaluation is null ? null : earlier,
            Dimensions = ProductDimensions.From(whole, whole.ToMatrix(static orders => SvdRecommender.Weight(orders)), models.Svd.Reduced),
            Notes = notes,
        };
    }

    private static PartialProgress? Part(IProgress<WorkProgress>? progress, double from, double to) =>
        progress is null ? null : new PartialProgress(progress, from, to);

    private static PurchaseLog ReadLog(CleanedTransactions lines, IReadOnlySet<string>? nonProducts, out List<string> notes)
    {
        notes = [];
        HashSet<string>? kept = null;
        if (lines.ProductCodes.Length > MostProducts)
        {
            var counts = new int[lines.ProductCodes.Length];
            foreach (int product in lines.Product)
            {
                if (product >= 0)
                {
                    counts[product]++;
                }
            }

            kept = [.. Enumerable.Range(0, counts.Length).OrderByDescending(product => counts[product]).ThenBy(product => product)
                .Take(MostProducts).Select(product => lines.ProductCodes[product])];
            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"The catalogue has {counts.Length:N0} products; recommendations look at the {MostProducts:N0} on most lines."));
        }

        var log = PurchaseLog.Of(lines, code => nonProducts?.Contains(code) != true && kept?.Contains(code) != false);
        if (nonProducts is { Count: > 0 } && log.LeftOutProducts > 0 && kept is null)
        {
            notes.Add($"{log.LeftOutProducts} codes that are no products (postage, fees and the like) are never offered.");
        }

        return log;
    }

    private static string? Missing(PurchaseLog log)
    {
        if (log.BasketCount == 0)
        {
            return "No line has a product code, so there is nothing to recommend. Recommendations need a column with product codes; choose it on the Data page.";
        }

        if (log.Products.Distinct().Count() < 2)
        {
            return "The file has one product only, so there is nothing else to recommend.";
        }

        return log.Customer.Distinct().Count() < 2
            ? "The file has one customer only. Recommendations learn from what other customers buy; they need at least two."
            : null;
    }
}
