using System.Text.Json;
using CustomerDashboard.Core.Reporting;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Analysis;

/// <summary>The part of summary.json that tells of segments, how they were found, how firm they are and how they can be told.</summary>
internal static class SegmentationSummary
{
    public static void WriteSegmentation(this Utf8JsonWriter json, AnalysisResult result)
    {
        json.WriteStartObject("segmentation");
        if (!json.Unavailable(result, AnalysisStage.Segmentation) && result is { Segmentation: { } segmentation, Segments: { } chosen })
        {
            json.WriteString("method", segmentation.Options.Method.ToString());
            json.WriteStartArray("sweep");
            foreach (SweepEntry entry in segmentation.Sweep)
            {
                WriteEntry(json, entry);
            }

            json.WriteEndArray();
            json.WriteNumber("suggestedK", segmentation.Suggestion!.K);
            json.WriteNumber("chosenK", segmentation.ChosenK);
            json.WriteString("reason", segmentation.Suggestion.Reason);
            WriteTexts(json, "warnings", [.. segmentation.Suggestion.Warnings, .. chosen.Warnings]);
            WriteTexts(json, "notes", segmentation.Notes);
            json.WriteStartArray("criteria");
            foreach (CriterionChoice choice in segmentation.Suggestion.Choices)
            {
                json.WriteStartObject();
                json.WriteString("criterion", choice.Criterion);
                json.Number("k", choice.K);
                json.Number("value", choice.Value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("segments");
            foreach (SegmentSummary segment in chosen.Segments)
            {
                WriteSegment(json, segment, CustomersCsv.NameOf(result.Personas, segment.Id));
            }

            json.WriteEndArray();
            WriteMethods(json, result.Methods);
            WriteStability(json, segmentation, result);
            WriteRules(json, result, segmentation, chosen);
            WriteComparison(json, result, chosen);
        }

        json.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter json, SweepEntry entry)
    {
        json.WriteStartObject();
        json.WriteNumber("k", entry.K);
        json.Number("inertia", entry.Inertia);
        json.Number("silhouette", entry.Silhouette);
        json.Number("calinskiHarabasz", entry.CalinskiHarabasz);
        json.Number("daviesBouldin", entry.DaviesBouldin);
        json.Number("gap", entry.Gap);
        json.Number("gapStandardError", entry.GapStandardError);
        json.Number("bic", entry.Bic);
        json.Number("aic", entry.Aic);
        json.Number("stability", entry.Stability?.MeanAdjustedRand);
        json.WriteEndObject();
    }

    private static void WriteSegment(Utf8JsonWriter json, SegmentSummary segment, string? name)
    {
        json.WriteStartObject();
        json.WriteNumber("id", segment.Id);
        json.WriteString("name", name);
        json.WriteBoolean("noise", segment.IsNoise);
        json.WriteNumber("customers", segment.Size);
        json.Number("customerShare", segment.CustomerShare);
        json.Number("revenueShare", segment.RevenueShare);
        json.Number("silhouette", segment.Silhouette);
        json.WriteStartObject("means");
        foreach (FeatureProfile feature in segment.Features)
        {
            json.Number(feature.FeatureId, feature.Mean);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteMethods(Utf8JsonWriter json, IReadOnlyList<MethodRow> methods)
    {
        json.WriteStartArray("methods");
        foreach (MethodRow row in methods)
        {
            json.WriteStartObject();
            json.WriteString("method", row.Method.ToString());
            json.WriteString("name", row.Name);
            json.WriteString("failure", row.Failure);
            json.WriteNumber("k", row.K);
            json.WriteStartArray("sizes");
            foreach (int size in row.Sizes)
            {
                json.WriteNumberValue(size);
            }

            json.WriteEndArray();
            json.WriteNumber("noise", row.Noise);
            json.Number("silhouette", row.Silhouette);
            json.Number("adjustedRand", row.AdjustedRand);
            json.Number("normalizedMutualInformation", row.NormalizedMutualInformation);
            json.WriteNumber("seconds", Math.Round(row.Seconds, 4));
            json.WriteStartArray("warnings");
            foreach (string warning in row.Warnings)
            {
                json.WriteStringValue(warning);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>How often the segments in use came back when customers were drawn anew.</summary>
    private static void WriteStability(Utf8JsonWriter json, SegmentationResult segmentation, AnalysisResult result)
    {
        if (segmentation.Sweep.First(entry => entry.K == segmentation.ChosenK).Stability is not { } stability)
        {
            json.WriteNull("stability");
            return;
        }

        json.WriteStartObject("stability");
        json.WriteNumber("resamples", stability.Resamples);
        json.Number("meanAdjustedRand", stability.MeanAdjustedRand);
        json.WriteStartArray("segments");
        for (int segment = 0; segment < stability.Jaccard.Count; segment++)
        {
            json.WriteStartObject();
            json.WriteNumber("id", segment);
            json.WriteString("name", CustomersCsv.NameOf(result.Personas, segment));
            json.Number("jaccard", stability.Jaccard[segment]);
            json.WriteNumber("dissolved", stability.Dissolved[segment]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRules(Utf8JsonWriter json, AnalysisResult result, SegmentationResult segmentation, SegmentSolution chosen)
    {
        if (result.Features is not { } table)
        {
            return;
        }

        SegmentExplanation explanation = SegmentExplainer.Explain(table, segmentation, chosen);
        json.WriteStartArray("rules");
        foreach (SegmentRule rule in explanation.Rules)
        {
            json.WriteStartObject();
            json.WriteNumber("segment", rule.SegmentId);
            json.WriteString("name", CustomersCsv.NameOf(result.Personas, rule.SegmentId));
            json.WriteString("rule", rule.Text);
            json.WriteNumber("customers", rule.Customers);
            json.Number("precision", rule.Precision);
            json.Number("recall", rule.Recall);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Number("rulesFidelity", explanation.Fidelity);
        json.WriteStartArray("drivers");
        foreach (FeatureDriver driver in explanation.Drivers)
        {
            json.WriteStartObject();
            json.WriteString("feature", driver.FeatureId);
            json.Number("changed", driver.Changed);
            json.Number("standardDeviation", driver.StandardDeviation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteComparison(Utf8JsonWriter json, AnalysisResult result, SegmentSolution chosen)
    {
        if (result.Comparison is not { } other)
        {
            return;
        }

        json.WriteStartObject("comparison");
        json.WriteString("method", other.Options.Method.ToString());
        json.WriteString("failure", other.Failure);
        if (other.HasSegments)
        {
            json.WriteNumber("k", other.ChosenK);
            json.Number("adjustedRand", Learning.Metrics.AdjustedRandIndex.Score(chosen.Labels, other.Chosen.Labels));
            json.Number("normalizedMutualInformation", Learning.Metrics.NormalizedMutualInformation.Score(chosen.Labels, other.Chosen.Labels));
        }

        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
