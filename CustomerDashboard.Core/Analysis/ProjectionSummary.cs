using System.Text.Json;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Analysis;

/// <summary>The <c>projection</c> part of the summary: how much of the differences between customers each component explains.</summary>
internal static class ProjectionSummary
{
    public static void Write(Utf8JsonWriter json, AnalysisResult result)
    {
        json.WriteStartObject("projection");
        if (!json.Unavailable(result, AnalysisStage.Segmentation) && result.Segmentation is { } segmentation)
        {
            if (segmentation.AllFeatures is { } all)
            {
                Write(json, all);
            }

            if (segmentation.Projection is { } used)
            {
                json.WriteStartObject("segmentationFeatures");
                Write(json, used);
                json.WriteEndObject();
            }
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Projection projection)
    {
        json.WriteStartArray("features");
        foreach (string feature in projection.FeatureIds)
        {
            json.WriteStringValue(feature);
        }

        json.WriteEndArray();
        json.WriteStartArray("explainedVarianceRatio");
        foreach (double ratio in projection.ExplainedVarianceRatio)
        {
            json.WriteNumberValue(ratio);
        }

        json.WriteEndArray();
    }
}
