using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Recommendations;
using CustomerDashboard.Tests.Core.Cleaning;

namespace CustomerDashboard.Tests.Core.Recommendations;

/// <summary>Made-up shops, and the first real file as the peers prepare it.</summary>
internal static class Shop
{
    private static readonly Lazy<CleanedTransactions> FirstFile = new(() => CleaningPipeline.Run(RetailFile.First).Cleaned);

    /// <summary>Only codes that begin with five digits are products in the peers' protocol.</summary>
    public static bool IsProduct(string code) => code.Length >= 5 && code.AsSpan(0, 5).IndexOfAnyExceptInRange('0', '9') < 0;

    public static CleanedTransactions First()
    {
        SharedData.Require("online_retail.csv.gz");
        return FirstFile.Value;
    }

    public static HashSet<string> NonProducts(CleanedTransactions lines) => [.. lines.ProductCodes.Where(code => !IsProduct(code))];

    /// <summary>Baskets given as "customer day product product ...".</summary>
    public static CleanedTransactions Of(params string[] baskets)
    {
        var lines = new List<Line>();
        for (int basket = 0; basket < baskets.Length; basket++)
        {
            string[] words = baskets[basket].Split(' ');
            foreach (string product in words[2..])
            {
                lines.Add(new Line(words[0], $"I{basket}", product)
                {
                    Date = new DateTime(2024, 1, 1).AddDays(int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture)),
                    Description = $"PRODUCT {product}",
                });
            }
        }

        return CleaningPipeline.Run(Line.Table(lines)).Cleaned;
    }

    /// <summary>Two tastes: most customers buy from the products of their own, over a year.</summary>
    public static CleanedTransactions TwoTastes(int customers = 80, int products = 30, int seed = 7)
    {
        var random = new RandomSource(seed);
        var baskets = new List<string>();
        for (int customer = 0; customer < customers; customer++)
        {
            int orders = 1 + random.NextInt(6);
            for (int order = 0; order < orders; order++)
            {
                IEnumerable<string> bought = Enumerable.Range(0, 2 + random.NextInt(4))
                    .Select(_ => (random.NextDouble() < 0.9 ? customer % 2 : 1 - (customer % 2)) * (products / 2) + random.NextInt(products / 2))
                    .Distinct()
                    .Select(product => $"P{product:00}");
                baskets.Add($"C{customer:00} {random.NextInt(360)} {string.Join(' ', bought)}");
            }
        }

        return Of([.. baskets]);
    }

    /// <summary>Everything a shop knows at the end of its data.</summary>
    public static PurchaseHistory History(CleanedTransactions lines)
    {
        PurchaseLog log = PurchaseLog.Of(lines);
        return PurchaseHistory.Before(log, new DateTime(log.Ticks[^1] + 1));
    }
}
