using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Personas;

/// <summary>The sentences of a persona beside its evidence.</summary>
internal static class PersonaWords
{
    private const int ExampleAttributes = 4;

    public static string Summary(SegmentSummary segment)
    {
        string customers = $"{PlainNumbers.Counted(segment.Size, "customer")}, {PlainNumbers.Percent(segment.CustomerShare)} of all";
        return segment.RevenueShare is { } share ? $"{customers}, bring {PlainNumbers.Percent(share)} of revenue." : customers + ".";
    }

    public static string Headline(IReadOnlyList<Persona> personas)
    {
        if (personas.Count == 0)
        {
            return "No segments.";
        }

        string headline = $"{PlainNumbers.CountWord(personas.Count)} {(personas.Count == 1 ? "segment" : "segments")}.";
        Persona largest = personas.MaxBy(persona => persona.Size)!;
        Persona? strongest = personas.Where(persona => persona.RevenueShare is not null)
            .MaxBy(persona => persona.RevenueShare!.Value - persona.CustomerShare);
        if (strongest is null)
        {
            return $"{headline} The largest, {PlainNumbers.Count(largest.Size)} {largest.Name}, are {PlainNumbers.Percent(largest.CustomerShare)} of customers.";
        }

        headline += $" The {PlainNumbers.Count(strongest.Size)} {strongest.Name} are {PlainNumbers.Percent(strongest.CustomerShare)} of customers and bring {PlainNumbers.Percent(strongest.RevenueShare!.Value)} of revenue.";
        return largest == strongest ? headline
            : $"{headline} The largest segment, {PlainNumbers.Count(largest.Size)} {largest.Name}, brings {PlainNumbers.Percent(largest.RevenueShare!.Value)}.";
    }

    public static string Reason(SegmentFacts facts, SegmentName name, string currency)
    {
        if (!facts.FromTransactions)
        {
            List<Trait> traits = TraitVocabulary.Of(facts);
            return traits.Count == 0 ? "Nothing sets these customers clearly apart from the average."
                : $"{name.Rule} {string.Join("; ", traits.Take(3).Select(trait => Figures(facts, trait)))}.";
        }

        var figures = new List<string>
        {
            $"last order {PlainNumbers.Number(facts.Median(FeatureIds.Recency))} days ago (all customers {PlainNumbers.Number(facts.MedianOfAll(FeatureIds.Recency))})",
            $"{PlainNumbers.Counted(facts.Median(FeatureIds.Frequency), "order")} (all {PlainNumbers.Number(facts.MedianOfAll(FeatureIds.Frequency))})",
        };
        if (double.IsFinite(facts.Median(FeatureIds.Monetary)))
        {
            figures.Add($"{PlainNumbers.Money(facts.Median(FeatureIds.Monetary), currency)} spent (all {PlainNumbers.Money(facts.MedianOfAll(FeatureIds.Monetary), currency)})");
        }

        return $"{name.Rule} Their middle customer: {string.Join(", ", figures)}.";
    }

    private static string Figures(SegmentFacts facts, Trait trait)
    {
        FeatureDefinition definition = facts.Table.Definitions[facts.Table.IndexOf(trait.FeatureId)];
        bool isShare = definition.Unit == AttributeFeatures.CategoryUnit;
        string Shown(double value) => isShare ? PlainNumbers.Percent(value) : PlainNumbers.Number(value);
        return $"{definition.Name} {Shown(facts.Mean(trait.FeatureId))} (all customers {Shown(facts.MeanOfAll(trait.FeatureId))})";
    }

    public static ExampleCustomer Example(SegmentFacts facts, string currency)
    {
        int row = facts.Segment.TypicalRow;
        string id = facts.Table.CustomerIds[row];
        string sentence = facts.FromTransactions ? OfTransactions(facts, row, currency) : OfAttributes(facts, row);
        return new ExampleCustomer(id, row, $"Customer {id}: {sentence}.");
    }

    private static string OfTransactions(SegmentFacts facts, int row, string currency)
    {
        var parts = new List<string> { PlainNumbers.Counted(facts.Table[FeatureIds.Frequency][row], "order") };
        if (facts.Find(FeatureIds.Monetary) is not null)
        {
            parts.Add($"{PlainNumbers.Money(facts.Table[FeatureIds.Monetary][row], currency)} in all");
        }

        parts.Add($"last bought {PlainNumbers.Counted(facts.Table[FeatureIds.Recency][row], "day")} ago");
        if (facts.Find(FeatureIds.Tenure) is not null)
        {
            parts.Add($"first bought {PlainNumbers.Counted(facts.Table[FeatureIds.Tenure][row], "day")} ago");
        }

        return string.Join(", ", parts);
    }

    private static string OfAttributes(SegmentFacts facts, int row)
    {
        var parts = new List<string>();
        for (int i = 0; i < facts.Table.Definitions.Count && parts.Count < ExampleAttributes; i++)
        {
            FeatureDefinition definition = facts.Table.Definitions[i];
            double value = facts.Table.Columns[i][row];
            if (definition.Unit == AttributeFeatures.CategoryUnit && definition.Id.Contains('=', StringComparison.Ordinal))
            {
                if (value > 0)
                {
                    parts.Add(definition.Name);
                }
            }
            else if (double.IsFinite(value))
            {
                parts.Add($"{definition.Name} {PlainNumbers.Number(value)}{(definition.Unit.Length == 0 ? "" : $" ({definition.Unit})")}");
            }
        }

        return string.Join(", ", parts);
    }
}
