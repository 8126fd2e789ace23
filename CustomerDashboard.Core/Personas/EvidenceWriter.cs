using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Personas;

/// <summary>Writes what sets a segment apart in sentences, each with the segment's number and that of the average customer.</summary>
internal static class EvidenceWriter
{
    private const int MostSentences = 6;
    private const double LeastDifference = 0.25;
    private const double LeastRelativeDifference = 0.05;
    private const double NotableShare = 0.15;

    public static IReadOnlyList<PersonaEvidence> Write(SegmentFacts facts, string currency)
    {
        var found = new List<PersonaEvidence>();
        for (int i = 0; i < facts.Segment.Features.Count; i++)
        {
            FeatureProfile segment = facts.Segment.Features[i];
            FeatureProfile all = facts.Solution.Overall[i];

            // A rhythm that few of them have says nothing of the others.
            if (segment.Count > 0 && 2 * segment.Count >= facts.Segment.Size && Math.Abs(segment.StandardisedDifference) >= LeastDifference
                && Compare(facts.Table.Definitions[i], segment, all, currency) is { } evidence)
            {
                found.Add(evidence);
            }
        }

        List<PersonaEvidence> sentences = [.. found.OrderByDescending(e => Math.Abs(e.StandardisedDifference)).Take(MostSentences)];
        AddShares(facts, sentences);
        if (sentences.Count == 0)
        {
            sentences.Add(CloseToAverage(facts, currency));
        }

        return sentences;
    }

    private static PersonaEvidence? Compare(FeatureDefinition definition, FeatureProfile segment, FeatureProfile all, string currency)
    {
        bool high = segment.StandardisedDifference > 0;
        bool useMedians = segment.Mean > all.Mean != high || AlmostSame(segment.Mean, all.Mean);
        if (!high && definition.Unit == AttributeFeatures.CategoryUnit && definition.Id.Contains('=', StringComparison.Ordinal))
        {
            // Fewer of one category is more of another, which is said there.
            return null;
        }

        double here = useMedians ? segment.Median : segment.Mean;
        double average = useMedians ? all.Median : all.Mean;
        if (here > average != high || AlmostSame(here, average)
            || Shown(here, definition, currency) == Shown(average, definition, currency))
        {
            return null;
        }

        string sentence = Sentence(definition, here, average, high, useMedians, currency);
        return new PersonaEvidence(definition.Id, sentence, here, average, segment.StandardisedDifference, useMedians);
    }

    private static bool AlmostSame(double here, double average) => Math.Abs(here - average) < LeastRelativeDifference * Math.Abs(average);

    private static string Sentence(
        FeatureDefinition definition, double here, double average, bool high, bool useMedians, string currency)
    {
        string a = Shown(here, definition, currency);
        string b = Shown(average, definition, currency);
        string who = useMedians ? "the middle customer of all (medians)" : "the average customer";
        string pair = $"{a} against {b}";
        bool tell = average > 0 && here / average >= 1.5;
        string times = tell ? $"{PlainNumbers.Number(here / average)} times as" : "more";
        return definition.Id switch
        {
            FeatureIds.Frequency => tell ? $"Order {times} often as {who}: {Orders(a)} against {b}."
                : $"Order {(high ? "more" : "less")} often than {who}: {Orders(a)} against {b}.",
            FeatureIds.Monetary => tell ? $"Spend {times} much as {who}: {pair}."
                : $"Spend {(high ? "more" : "less")} than {who}: {pair}.",
            FeatureIds.Recency => high ? $"Have been silent for longer than {who}: {a} days since the last order against {b}."
                : $"Bought more recently than {who}: {a} days ago against {b}.",
            FeatureIds.AverageOrderValue => tell ? $"Spend {times} much per order as {who}: {pair} (each customer's own average)."
                : $"Spend {(high ? "more" : "less")} per order than {who}: {pair} (each customer's own average).",
            FeatureIds.UnitsPerBasket => tell ? $"Take {times} many units per order as {who}: {pair}."
                : $"Take {(high ? "more" : "fewer")} units per order than {who}: {pair}.",
            FeatureIds.LinesPerBasket => $"Have {(high ? "longer" : "shorter")} orders than {who}: {a} lines against {b}.",
            FeatureIds.DistinctProducts => tell ? $"Have tried {times} many products as {who}: {pair}."
                : $"Have tried {(high ? "more" : "fewer")} products than {who}: {pair}.",
            FeatureIds.Tenure => high ? $"Have been customers for longer than {who}: {a} days against {b}."
                : $"Are newer than {who}: first bought {a} days ago against {b}.",
            FeatureIds.MeanDaysBetweenPurchases => $"Leave {(high ? "more" : "fewer")} days between orders than {who}: {pair} (customers with two orders or more).",
            FeatureIds.ReturnRate => $"Cancel {(high ? "a larger" : "a smaller")} share of their orders than {who}: {pair}.",
            FeatureIds.CancelledInvoices => $"Have {(high ? "more" : "fewer")} cancelled orders than {who}: {pair}.",
            FeatureIds.DiscountShare => $"Buy {(high ? "more" : "less")} below the usual price than {who}: {a} of their spend against {b}.",
            _ => OfAttribute(definition, high, a, b, useMedians),
        };
    }

    private static string Orders(string number) => number == "1" ? "1 order" : number + " orders";

    private static string OfAttribute(FeatureDefinition definition, bool high, string here, string average, bool useMedians)
    {
        int equals = definition.Id.IndexOf('=', StringComparison.Ordinal);
        if (definition.Unit == AttributeFeatures.CategoryUnit && equals > 0)
        {
            string column = AttributeFeatures.Readable(definition.Id[..equals]);
            return $"{column} is {definition.Id[(equals + 1)..]} for {here} of them, against {average} of all.";
        }

        string unit = definition.Unit.Length == 0 ? "" : $" ({definition.Unit})";
        string who = useMedians ? "the middle customer of all (medians)" : "the average customer";
        return $"{(high ? "Higher" : "Lower")} {definition.Name} than {who}: {here} against {average}{unit}.";
    }

    private static void AddShares(SegmentFacts facts, List<PersonaEvidence> sentences)
    {
        double single = facts.OneOrderShare - facts.OneOrderShareOfAll;
        if (Math.Abs(single) >= NotableShare)
        {
            string words = single > 0
                ? $"{PlainNumbers.Percent(facts.OneOrderShare)} bought only once, against {PlainNumbers.Percent(facts.OneOrderShareOfAll)} of all customers{(facts.OneOrderShare < 0.995 ? $"; the other {PlainNumbers.Percent(1 - facts.OneOrderShare)} came back at least once" : "")}."
                : $"{PlainNumbers.Percent(1 - facts.OneOrderShare)} came back after their first order, against {PlainNumbers.Percent(1 - facts.OneOrderShareOfAll)} of all customers.";
            sentences.Add(new PersonaEvidence(
                FeatureIds.Frequency, words, facts.OneOrderShare, facts.OneOrderShareOfAll, facts.Z(FeatureIds.Frequency)));
        }

        if (facts.OverdueShare - facts.OverdueShareOfAll >= NotableShare && facts.OneOrderShare < 0.6)
        {
            string words = $"{PlainNumbers.Percent(facts.OverdueShare)} of those with a rhythm have been silent for over twice their usual gap, against {PlainNumbers.Percent(facts.OverdueShareOfAll)} of all.";
            sentences.Add(new PersonaEvidence(
                FeatureIds.Recency, words, facts.OverdueShare, facts.OverdueShareOfAll, facts.Z(FeatureIds.Recency)));
        }
    }

    private static PersonaEvidence CloseToAverage(SegmentFacts facts, string currency)
    {
        int index = 0;
        for (int i = 0; i < facts.Segment.Features.Count; i++)
        {
            if (facts.Segment.Features[i].FeatureId == FeatureIds.Frequency)
            {
                index = i;
            }
        }

        FeatureDefinition definition = facts.Table.Definitions[index];
        FeatureProfile here = facts.Segment.Features[index];
        FeatureProfile all = facts.Solution.Overall[index];
        string sentence = $"Close to the average customer in everything measured, as in {definition.Name.ToLowerInvariant()}: {Shown(here.Mean, definition, currency)} against {Shown(all.Mean, definition, currency)}.";
        return new PersonaEvidence(definition.Id, sentence, here.Mean, all.Mean, here.StandardisedDifference);
    }

    private static string Shown(double value, FeatureDefinition definition, string currency) => definition.Unit switch
    {
        "currency" => PlainNumbers.Money(value, currency),
        AttributeFeatures.CategoryUnit => PlainNumbers.Percent(value),
        _ => PlainNumbers.Number(value),
    };
}
