using System.Text.Json;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Decomposition;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Analysis;

/// <summary>
/// The <c>projection</c> part of the summary: how much of the differences between customers each component explains. It leads
/// with the nine classic features of a purchase file, standardised and without a value as 0, so that figures of different runs
/// can be compared whatever features the grouping used; those of the grouping and of all features follow.
/// </summary>
internal static class ProjectionSummary
{
    private static readonly string[] Classic =
    [
        FeatureIds.Recency, FeatureIds.Frequency, FeatureIds.Monetary, FeatureIds.AverageOrderValue, FeatureIds.UnitsPerBasket,
        FeatureIds.DistinctProducts, FeatureIds.Tenure, FeatureIds.MeanDaysBetweenPurchases, FeatureIds.ReturnRate,
    ];

    public static void Write(Utf8JsonWriter json, AnalysisResult result)
    {
        json.WriteStartObject("projection");
        if (!json.Unavailable(result, AnalysisStage.Segmentation) && result is { Segmentation: { } segmentation, Features: { } features })
        {
            if (result.Cleaning is not null)
            {
                WriteClassic(json, features);
            }
            else if (segmentation.AllFeatures is { } only)
            {
                Write(json, only.FeatureIds, only.ExplainedVarianceRatio);
            }

            Write(json, "segmentationFeatures", segmentation.Projection);
            Write(json, "allFeatures", segmentation.AllFeatures);
        }

        json.WriteEndObject();
    }

    private static void WriteClassic(Utf8JsonWriter json, CustomerFeatureTable features)
    {
        var ids = new List<string>();
        var columns = new List<double[]>();
        foreach (string id in Classic)
        {
            double[] column = [.. features[id]];
            for (int i = 0; i < column.Length; i++)
            {
                column[i] = double.IsNaN(column[i]) ? 0 : column[i];
            }

            // What is the same for everyone has no scale and explains nothing.
            if (column.AsSpan().ContainsAnyExcept(column[0]))
            {
                ids.Add(id);
                columns.Add(column);
            }
        }

        IReadOnlyList<double> ratios = columns.Count == 0
            ? []
            : Pca.Fit(Matrix.FromColumns(columns), new PcaOptions { Standardise = true }).ExplainedVarianceRatio;
        Write(json, ids, ratios);
    }

    private static void Write(Utf8JsonWriter json, string name, Projection? projection)
    {
        if (projection is not null)
        {
            json.WriteStartObject(name);
            Write(json, projection.FeatureIds, projection.ExplainedVarianceRatio);
            json.WriteEndObject();
        }
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<string> features, IReadOnlyList<double> ratios)
    {
        json.WriteStartArray("features");
        foreach (string feature in features)
        {
            json.WriteStringValue(feature);
        }

        json.WriteEndArray();
        json.WriteStartArray("explainedVarianceRatio");
        foreach (double ratio in ratios)
        {
            json.WriteNumberValue(ratio);
        }

        json.WriteEndArray();
    }
}
