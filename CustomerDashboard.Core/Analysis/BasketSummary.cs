using System.Text.Json;
using CustomerDashboard.Core.Baskets;

namespace CustomerDashboard.Core.Analysis;

/// <summary>The <c>baskets</c> part of the summary; rules.csv has all rules.</summary>
internal static class BasketSummary
{
    private const int Listed = 10;

    public static void Write(Utf8JsonWriter json, AnalysisResult result)
    {
        json.WriteStartObject("baskets");
        json.Unavailable(result, AnalysisStage.Baskets);
        if (result.Baskets is { Unavailable: null } baskets)
        {
            json.WriteString("kind", baskets.Options.Kind.ToString());
            json.WriteString("method", baskets.Options.Method.ToString());
            json.WriteNumber("baskets", baskets.Table.Count);
            json.WriteNumber("products", baskets.Table.ProductCount);
            json.WriteNumber("minSupport", baskets.MinSupport);
            json.WriteBoolean("minSupportWasChosen", baskets.Options.MinSupport is null);
            json.WriteNumber("minBaskets", baskets.MinBaskets);
            if (baskets.Refusal is { } refusal)
            {
                json.WriteString("refused", refusal);
            }

            WriteItemsets(json, baskets);
            WriteRules(json, baskets);
            WriteBundles(json, baskets);
            json.WriteNumber("codesWithSeveralDescriptions", baskets.Descriptions.Count);
            json.WriteStartArray("notes");
            foreach (string note in baskets.Notes)
            {
                json.WriteStringValue(note);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteItemsets(Utf8JsonWriter json, BasketResult baskets)
    {
        if (baskets.Itemsets is not { } itemsets)
        {
            return;
        }

        json.WriteStartObject("itemsets");
        json.WriteNumber("count", itemsets.Count);
        json.WriteStartArray("countByLength");
        foreach (int count in itemsets.CountByLength.Skip(1))
        {
            json.WriteNumberValue(count);
        }

        json.WriteEndArray();
        json.WriteNumber("closed", baskets.Kinds!.Closed);
        json.WriteNumber("maximal", baskets.Kinds.Maximal);
        json.WriteEndObject();
    }

    private static void WriteRules(Utf8JsonWriter json, BasketResult baskets)
    {
        IReadOnlyList<AssociationRule> rules = baskets.Rules.Rules;
        json.WriteStartObject("rules");
        json.WriteNumber("count", rules.Count);
        json.WriteNumber("examined", baskets.Rules.Examined);
        json.WriteNumber("withoutFolded", baskets.Rules.Distinct);
        json.WriteNumber("significantAt5Percent", rules.Count(rule => rule.AdjustedPValue <= .05));
        json.WriteStartObject("laterHalf");
        foreach (RuleStanding standing in Enum.GetValues<RuleStanding>())
        {
            json.WriteNumber(JsonNamingPolicy.CamelCase.ConvertName(standing.ToString()), rules.Count(rule => rule.Later?.Standing == standing));
        }

        json.WriteNumber("foundInEarlierHalf", rules.Count(rule => rule.Later is { FoundEarlier: true }));
        json.WriteNumber("foundInEarlierHalfAndHolds", rules.Count(rule => rule.Later is { FoundEarlier: true, Standing: RuleStanding.Holds }));
        json.WriteEndObject();
        json.WriteStartArray("strongest");
        foreach (AssociationRule rule in rules.Take(Listed))
        {
            json.WriteStartObject();
            WriteCodes(json, "antecedent", baskets.Table, rule.Antecedent);
            WriteCodes(json, "consequent", baskets.Table, rule.Consequent);
            json.WriteNumber("baskets", rule.Baskets);
            json.WriteNumber("support", rule.Support);
            json.WriteNumber("confidence", rule.Confidence);
            json.WriteNumber("lift", rule.Lift);
            json.WriteNumber("leverage", rule.Leverage);
            json.Number("conviction", rule.Conviction);
            json.WriteNumber("zhang", rule.Zhang);
            json.WriteNumber("pValue", rule.PValue);
            json.WriteNumber("adjustedPValue", rule.AdjustedPValue);
            json.WriteString("inWords", RuleWords.Sentence(rule, baskets.Table));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteBundles(Utf8JsonWriter json, BasketResult baskets)
    {
        json.WriteStartArray("bundles");
        foreach (Bundle bundle in baskets.Bundles.Take(Listed))
        {
            json.WriteStartObject();
            WriteCodes(json, "products", baskets.Table, bundle.Products);
            json.WriteNumber("complete", bundle.Complete);
            json.WriteNumber("lackingOne", bundle.LackingOne);
            json.WriteNumber("lift", bundle.Lift);
            json.WriteNumber("extraRevenue", bundle.ExtraRevenue);
            json.WriteNumber("discountCost", bundle.DiscountCost);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCodes(Utf8JsonWriter json, string name, BasketTable table, int[] products)
    {
        json.WriteStartArray(name);
        foreach (int product in products)
        {
            json.WriteStringValue(table.ProductCodes[product]);
        }

        json.WriteEndArray();
    }
}
