using System.Text.Json;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Recommendations;
using CustomerDashboard.Core.Recommendations.Evaluation;
using CustomerDashboard.Core.Recommendations.Models;

namespace CustomerDashboard.Core.Analysis;

/// <summary>The <c>recommendations</c> part of the summary: how good every recommender is, the blend, and the dimensions.</summary>
internal static class RecommendationSummary
{
    private const int DimensionsListed = 10;

    public static void Write(Utf8JsonWriter json, AnalysisResult result)
    {
        json.WriteStartObject("recommendations");
        if (!json.Unavailable(result, AnalysisStage.Recommendation) && result.Recommendation is { Engine: { } engine } found)
        {
            RecommendationOptions wanted = result.Options.Recommendation;
            json.WriteString("model", wanted.Model.ToString());
            json.WriteBoolean("includeRepeats", wanted.IncludeRepeats);
            json.WriteNumber("count", wanted.Count);
            json.WriteNumber("customers", engine.History.ActiveCustomers);
            json.WriteNumber("products", engine.History.Buyers.Count(buyers => buyers > 0));
            json.WriteNumber("baskets", engine.History.BasketCount);
            WriteWeights(json, "weightsForNewProducts", engine.ForNew);
            WriteWeights(json, "weightsForAllProducts", engine.ForAll);
            WriteEvaluation(json, found);
            WriteDimensions(json, found.Dimensions);
            json.WriteStartArray("notes");
            foreach (string note in found.Notes)
            {
                json.WriteStringValue(note);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteWeights(Utf8JsonWriter json, string name, HybridWeights weights)
    {
        json.WriteStartObject(name);
        json.WriteNumber("learnedFromCustomers", weights.Customers);
        foreach (HybridSignal signal in Enum.GetValues<HybridSignal>())
        {
            json.WriteNumber(JsonNamingPolicy.CamelCase.ConvertName(signal.ToString()), weights[signal]);
        }

        json.WriteEndObject();
    }

    private static void WriteEvaluation(Utf8JsonWriter json, RecommendationResult found)
    {
        json.WriteStartObject("evaluation");
        if (found.Evaluation is not { } evaluation)
        {
            json.WriteString("unavailable", found.NotJudged);
            json.WriteEndObject();
            return;
        }

        json.WriteString("cutoff", evaluation.Cutoff);
        json.WriteString("end", evaluation.End);
        json.WriteNumber("trainingCustomers", evaluation.TrainingCustomers);
        json.WriteNumber("trainingProducts", evaluation.TrainingProducts);
        json.WriteNumber("testCustomers", evaluation.TestCustomers);
        json.WriteStartArray("scores");
        foreach (RankingScores scores in evaluation.Scores)
        {
            json.WriteStartObject();
            json.WriteString("model", scores.Model.ToString());
            json.WriteString("products", scores.Scope == CandidateScope.NewProducts ? "new" : "all");
            json.WriteString("customers", scores.Customers.ToString());
            json.WriteNumber("k", scores.K);
            json.WriteNumber("count", scores.Count);
            WriteInterval(json, "precision", scores.Precision);
            WriteInterval(json, "recall", scores.Recall);
            WriteInterval(json, "ndcg", scores.Ndcg);
            WriteInterval(json, "map", scores.MeanAveragePrecision);
            WriteInterval(json, "hitRate", scores.HitRate);
            json.Number("coverage", scores.Coverage);
            json.Number("novelty", scores.Novelty);
            json.Number("popularShare", scores.PopularShare);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteInterval(Utf8JsonWriter json, string name, MetricInterval interval)
    {
        json.Number(name, interval.Value);
        json.Number(name + "Lower", interval.Lower);
        json.Number(name + "Upper", interval.Upper);
    }

    private static void WriteDimensions(Utf8JsonWriter json, ProductDimensions? dimensions)
    {
        json.WriteStartArray("dimensions");
        foreach (ProductDimension dimension in dimensions?.Dimensions.Take(DimensionsListed) ?? [])
        {
            json.WriteStartObject();
            json.WriteNumber("dimension", dimension.Number);
            json.Number("singularValue", dimension.SingularValue);
            json.Number("explainedVarianceRatio", dimension.ExplainedShare);
            WriteProducts(json, "high", dimension.High);
            WriteProducts(json, "low", dimension.Low);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteProducts(Utf8JsonWriter json, string name, IReadOnlyList<DimensionProduct> products)
    {
        json.WriteStartArray(name);
        foreach (DimensionProduct product in products)
        {
            json.WriteStringValue(product.Code);
        }

        json.WriteEndArray();
    }
}
