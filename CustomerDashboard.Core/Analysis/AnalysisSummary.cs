using System.Text.Encodings.Web;
using System.Text.Json;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Reporting;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Analysis;

/// <summary>
/// Every figure of an analysis as JSON, for programs and for people who check. A figure that does not exist is null; a stage
/// without a result has <c>unavailable</c> with the reason.
/// </summary>
public static class AnalysisSummary
{
    private static readonly JsonWriterOptions Format = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="output">Where to write.</param>
    /// <param name="result">The analysis.</param>
    /// <param name="peakMemoryBytes">The most memory the program took, or null when it did other things as well.</param>
    /// <param name="totalSeconds">Wall-clock time from start to end, or null.</param>
    public static void Write(Stream output, AnalysisResult result, long? peakMemoryBytes = null, double? totalSeconds = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        using var json = new Utf8JsonWriter(output, Format);
        json.WriteStartObject();
        WriteInput(json, result);
        WriteCleaning(json, result);
        WriteFeatures(json, result);
        json.WriteSegmentation(result);
        ProjectionSummary.Write(json, result);
        PredictionSummary.Write(json, result);
        BasketSummary.Write(json, result);
        NetworkSummary.Write(json, result);
        LifetimeValueSummary.Write(json, result);
        RecommendationSummary.Write(json, result);
        WriteTimings(json, result, totalSeconds);
        if (peakMemoryBytes is { } peak)
        {
            json.WriteNumber("peakMemoryMb", Math.Round(peak / 1048576.0, 1));
        }

        json.WriteNumber("seed", result.Options.Seed);
        json.WriteString("version", ProductVersion);
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    /// <summary>The version of the program that computed the figures.</summary>
    public static string ProductVersion { get; } = typeof(AnalysisSummary).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    /// <summary>Writes a number, or null where there is none.</summary>
    internal static void Number(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>Writes why a stage has no result; false when it has one.</summary>
    internal static bool Unavailable(this Utf8JsonWriter json, AnalysisResult result, AnalysisStage stage)
    {
        if (result.Stages.TryGetValue(stage, out StageOutcome? outcome) && outcome.State != StageState.Ready)
        {
            json.WriteString(outcome.State == StageState.Failed ? "failed" : "unavailable", outcome.Message);
            return true;
        }

        return false;
    }

    private static void WriteInput(Utf8JsonWriter json, AnalysisResult result)
    {
        ImportReport report = result.Report;
        json.WriteStartObject("input");
        json.WriteString("file", report.FileName);
        json.WriteString("sha256", report.Sha256);
        json.WriteNumber("bytes", report.FileBytes);
        json.WriteString("kind", result.Kind.ToString());
        json.WriteNumber("rowsRead", report.RowsRead);
        json.WriteNumber("rowsKept", report.RowsKept);
        json.WriteNumber("rowsRejected", report.RowsRejected);
        json.WriteStartArray("notes");
        foreach (string note in report.Notes)
        {
            json.WriteStringValue(note);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCleaning(Utf8JsonWriter json, AnalysisResult result)
    {
        json.WriteStartObject("cleaning");
        json.Unavailable(result, AnalysisStage.Cleaning);
        json.WriteStartArray("steps");
        foreach (CleaningStep step in result.Ledger)
        {
            if (!step.Enabled)
            {
                continue;
            }

            json.WriteStartObject();
            json.WriteString("rule", step.RuleId);
            json.WriteString("name", step.Name);
            json.WriteNumber("rowsBefore", step.RowsBefore);
            json.WriteNumber("rowsRemoved", step.RowsRemoved);
            json.WriteNumber("rowsAfter", step.RowsAfter);
            json.Number("revenueRemoved", step.RevenueRemoved);
            json.WriteNumber("customersRemoved", step.CustomersRemoved);
            json.WriteNumber("rowsChanged", step.RowsChanged);
            if (step.NotApplicableReason is { } reason)
            {
                json.WriteString("notApplicable", reason);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("standalone");
        foreach (CleaningStep step in result.Ledger)
        {
            if (step.Enabled)
            {
                json.WriteNumber(step.RuleId, step.StandaloneRows);
            }
        }

        json.WriteEndObject();
        if (result.Cleaning is { } cleaning)
        {
            WriteTotals(json, "before", cleaning.Before);
            WriteTotals(json, "totals", cleaning.After);
        }

        json.WriteEndObject();
    }

    private static void WriteTotals(Utf8JsonWriter json, string name, CleaningTotals totals)
    {
        json.WriteStartObject(name);
        json.WriteNumber("rows", totals.Rows);
        json.WriteNumber("customers", totals.Customers);
        json.WriteNumber("invoices", totals.Invoices);
        json.WriteNumber("products", totals.Products);
        json.WriteNumber("countries", totals.Countries);
        json.Number("revenue", totals.Revenue);
        json.Number("units", totals.Units);
        if (totals is { First: { } first, Last: { } last })
        {
            json.WriteString("first", first);
            json.WriteString("last", last);
        }

        json.WriteEndObject();
    }

    private static void WriteFeatures(Utf8JsonWriter json, AnalysisResult result)
    {
        json.WriteStartObject("features");
        if (!json.Unavailable(result, AnalysisStage.Features))
        {
            foreach (FeatureSummary feature in FeatureSummary.Summarise(result.Features!))
            {
                json.WriteStartObject(feature.FeatureId);
                json.Number("sum", feature.Sum);
                json.Number("mean", feature.Mean);
                json.Number("median", feature.Median);
                json.Number("min", feature.Min);
                json.Number("max", feature.Max);
                json.WriteNumber("missing", feature.Missing);
                json.WriteEndObject();
            }
        }

        json.WriteEndObject();
    }

    private static void WriteTimings(Utf8JsonWriter json, AnalysisResult result, double? totalSeconds)
    {
        json.WriteStartObject("timings");
        foreach (AnalysisStage stage in Enum.GetValues<AnalysisStage>())
        {
            if (result.Stages.TryGetValue(stage, out StageOutcome? outcome))
            {
                json.WriteNumber(JsonNamingPolicy.CamelCase.ConvertName(stage.ToString()), Math.Round(outcome.Elapsed.TotalSeconds, 4));
            }
        }

        json.WriteNumber("total", Math.Round(totalSeconds ?? result.Elapsed.TotalSeconds, 4));
        json.WriteEndObject();
    }
}
