using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Personas;

/// <summary>What a feature is about, as far as its name tells.</summary>
internal enum TraitKind
{
    Other,
    Age,
    Income,
    Spending,
    Category,
}

/// <summary>A word for lying above or below the average in a feature.</summary>
/// <param name="Word">The word ("Young", "High-Income", "High Spenders").</param>
/// <param name="IsNoun">True when it can end the name; else "Customers" does.</param>
/// <param name="Position">Where it stands: age before income before the rest, nouns last.</param>
/// <param name="Kind">What the feature is about.</param>
/// <param name="IsHigh">Above the average.</param>
/// <param name="FeatureId">The feature.</param>
/// <param name="Strength">The standardised difference without its sign.</param>
internal sealed record Trait(string Word, bool IsNoun, int Position, TraitKind Kind, bool IsHigh, string FeatureId, double Strength);

/// <summary>Turns standardised differences into words.</summary>
internal static class TraitVocabulary
{
    /// <summary>Below this many standard deviations a difference is not worth a word.</summary>
    public const double LeastStrength = 0.4;

    private const double FarStrength = 1.6;

    private static readonly Dictionary<string, (string Low, string High)> Known = new(StringComparer.Ordinal)
    {
        [FeatureIds.Recency] = ("Recent", "Lapsed"),
        [FeatureIds.Frequency] = ("Infrequent", "Frequent"),
        [FeatureIds.AverageOrderValue] = ("Small-Order", "Big-Order"),
        [FeatureIds.UnitsPerBasket] = ("Few-Unit", "Bulk-Buying"),
        [FeatureIds.LinesPerBasket] = ("Short-List", "Long-List"),
        [FeatureIds.DistinctProducts] = ("Narrow-Choice", "Wide-Choice"),
        [FeatureIds.Tenure] = ("Newer", "Long-Standing"),
        [FeatureIds.MeanDaysBetweenPurchases] = ("Quick-Rhythm", "Slow-Rhythm"),
        [FeatureIds.ReturnRate] = ("Few-Returns", "Return-Prone"),
        [FeatureIds.DiscountShare] = ("Full-Price", "Discount-Minded"),
    };

    /// <summary>The words that fit a segment, the strongest first; ties by the order of the features.</summary>
    public static List<Trait> Of(SegmentFacts facts, double leastStrength = LeastStrength)
    {
        var traits = new List<Trait>();
        for (int i = 0; i < facts.Segment.Features.Count; i++)
        {
            FeatureProfile feature = facts.Segment.Features[i];
            double strength = Math.Abs(feature.StandardisedDifference);
            if (strength >= leastStrength && feature.Count > 0
                && Describe(facts.Table.Definitions[i], feature, facts.Solution.Overall[i], strength) is { } trait)
            {
                traits.Add(trait);
            }
        }

        return [.. traits.OrderByDescending(trait => trait.Strength)];
    }

    private static Trait? Describe(FeatureDefinition definition, FeatureProfile segment, FeatureProfile all, double strength)
    {
        bool high = segment.StandardisedDifference > 0;
        Trait Word(string word, int position, TraitKind kind, bool isNoun = false) =>
            new(word, isNoun, position, kind, high, definition.Id, strength);

        if (definition.Unit == AttributeFeatures.CategoryUnit && definition.Id.Contains('=', StringComparison.Ordinal))
        {
            // "Mostly not male" helps nobody; the other category says it better.
            string value = definition.Id[(definition.Id.IndexOf('=', StringComparison.Ordinal) + 1)..];
            return high && segment.Mean >= 0.6 && segment.Mean >= all.Mean + 0.15 ? Word($"Mostly {value}", 0, TraitKind.Category) : null;
        }

        if (definition.Id == FeatureIds.Monetary)
        {
            return Word(high ? "High Spenders" : "Low Spenders", 9, TraitKind.Spending, isNoun: true);
        }

        if (definition.Id == FeatureIds.CancelledInvoices)
        {
            return null;
        }

        if (Known.TryGetValue(definition.Id, out (string Low, string High) words))
        {
            return Word(high ? words.High : words.Low, 3, TraitKind.Other);
        }

        string[] parts = definition.Name.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Contains("age"))
        {
            string age = high ? segment.Median >= 60 ? "Senior" : "Older" : segment.Median < 36 ? "Young" : "Younger";
            return Word(age, 1, TraitKind.Age);
        }

        if (parts.Contains("income") || parts.Contains("salary") || parts.Contains("earnings"))
        {
            return Word(high ? strength >= FarStrength ? "Top-Income" : "High-Income" : "Low-Income", 2, TraitKind.Income);
        }

        if (parts.Contains("spending") || parts.Contains("spend") || parts.Contains("spent"))
        {
            return Word(high ? "High Spenders" : "Careful Spenders", 9, TraitKind.Spending, isNoun: true);
        }

        return Word($"{(high ? "High" : "Low")} {definition.Name}", 4, TraitKind.Other);
    }
}
