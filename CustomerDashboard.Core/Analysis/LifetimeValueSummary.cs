using System.Globalization;
using System.Text.Json;
using CustomerDashboard.Core.LifetimeValue;

namespace CustomerDashboard.Core.Analysis;

/// <summary>The <c>lifetimeValue</c> part of the summary: the models, their contest on the days held out, and the totals.</summary>
internal static class LifetimeValueSummary
{
    public static void Write(Utf8JsonWriter json, AnalysisResult result)
    {
        json.WriteStartObject("lifetimeValue");
        if (!json.Unavailable(result, AnalysisStage.LifetimeValue) && result.LifetimeValue is { Chosen: { } chosen } lifetime)
        {
            json.WriteString("end", Text(lifetime.End));
            json.WriteString("chosenModel", chosen.Name);
            json.WriteString("reason", lifetime.Reason);
            json.WriteStartArray("models");
            foreach (IPurchaseModel model in lifetime.Models)
            {
                WriteModel(json, model.Name, model.Parameters, model.LogLikelihood, model.Converged);
            }

            json.WriteEndArray();
            if (lifetime.Spending is { } spending)
            {
                json.WritePropertyName("spending");
                WriteModel(json, "Gamma-gamma", spending.Parameters, spending.LogLikelihood, spending.Converged, spending);
            }

            if (lifetime.Race is { } race)
            {
                WriteRace(json, race);
            }

            json.WriteStartObject("totals");
            json.WriteNumber("customers", lifetime.Customers.Count);
            json.Number("expectedAlive", lifetime.Customers.Sum(one => one.ProbabilityAlive));
            json.Number("purchases3Months", lifetime.Customers.Sum(one => one.Purchases3));
            json.Number("purchases6Months", lifetime.Customers.Sum(one => one.Purchases6));
            json.Number("purchases12Months", lifetime.Customers.Sum(one => one.Purchases12));
            json.Number("value3Months", lifetime.Customers.Sum(one => one.Value3));
            json.Number("value6Months", lifetime.Customers.Sum(one => one.Value6));
            json.Number("value12Months", lifetime.Customers.Sum(one => one.Value12));
            json.WriteNumber("overdue", lifetime.Customers.Count(one => one.IsOverdue));
            json.WriteEndObject();
            json.WriteStartArray("notes");
            foreach (string note in lifetime.Notes)
            {
                json.WriteStringValue(note);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteModel(
        Utf8JsonWriter json, string name, IReadOnlyList<FittedParameter> parameters, double logLikelihood, bool converged, GammaGammaModel? spending = null)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteStartObject("parameters");
        foreach (FittedParameter parameter in parameters)
        {
            json.Number(parameter.Name, parameter.Value);
        }

        json.WriteEndObject();
        json.WriteStartObject("standardErrors");
        foreach (FittedParameter parameter in parameters)
        {
            json.Number(parameter.Name, parameter.StandardError);
        }

        json.WriteEndObject();
        json.Number("logLikelihood", logLikelihood);
        json.WriteBoolean("converged", converged);
        if (spending is not null)
        {
            json.WriteNumber("customers", spending.Customers);
            json.Number("correlation", spending.Correlation);
            json.Number("populationMean", spending.PopulationMean);
        }

        json.WriteEndObject();
    }

    private static void WriteRace(Utf8JsonWriter json, HoldoutRace race)
    {
        json.WriteStartObject("holdout");
        json.WriteString("cutoff", Text(race.Cutoff));
        json.WriteString("end", Text(race.End));
        json.WriteNumber("customers", race.Customers);
        json.Number("actualPurchases", race.ActualPurchases);
        json.WriteString("verdict", race.Verdict);
        json.WriteStartArray("contenders");
        foreach (HoldoutContender contender in race.Contenders)
        {
            json.WriteStartObject();
            json.WriteString("name", contender.Name);
            json.Number("mae", contender.MeanAbsoluteError);
            json.Number("rmse", contender.RootMeanSquaredError);
            json.Number("expectedPurchases", contender.Total);
            json.Number("spearman", contender.RankCorrelation);
            json.Number("fitSeconds", contender.FitSeconds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
