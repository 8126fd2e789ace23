using System.Text.Json;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Prediction.Judging;

namespace CustomerDashboard.Core.Analysis;

/// <summary>The <c>prediction.tasks</c> of the summary: each question with its baselines and models, each judged three ways.</summary>
internal static class PredictionTaskSummary
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<TaskResult> tasks)
    {
        json.WriteStartArray("tasks");
        foreach (TaskResult task in tasks)
        {
            Write(json, task);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, TaskResult task)
    {
        json.WriteStartObject();
        json.WriteString("id", task.Question.Id);
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(task.Question.Kind.ToString()));
        json.WriteString("question", task.Question.Title);
        json.WriteString("definition", task.Question.Definition);
        if (task.Unavailable is { } unavailable)
        {
            json.WriteString("unavailable", unavailable.Message);
            json.WriteEndObject();
            return;
        }

        if (task.Windows is { } windows)
        {
            json.WriteString("cutoff", windows.Cutoff);
            json.WriteString("observationStart", windows.ObservationStart);
            json.WriteString("outcomeEnd", windows.OutcomeEnd);
        }

        json.WriteNumber("customers", task.Customers);
        if (task.Positives is { } positives)
        {
            json.WriteNumber("positives", positives);
        }

        if (task.ClassCounts.Count > 0)
        {
            json.WriteStartObject("classes");
            for (int kind = 0; kind < task.ClassCounts.Count; kind++)
            {
                // Two segments may bear one name; then their places tell them apart.
                string name = task.Question.Classes[kind];
                bool twice = task.Question.Classes.Count(other => other == name) > 1;
                json.WriteNumber(twice ? FormattableString.Invariant($"{name} ({kind + 1})") : name, task.ClassCounts[kind]);
            }

            json.WriteEndObject();
        }

        if (task.ActualTotal is { } total)
        {
            json.Number("actualTotal", total);
        }

        json.WriteNumber("trainingCustomers", task.TrainingCustomers);
        json.WriteNumber("holdoutCustomers", task.HoldoutCustomers);
        Strings(json, "features", task.Features.Select(feature => feature.Id));
        Strings(json, "leftOut", task.LeftOut);
        Strings(json, "notes", task.Notes);
        json.WriteString("leadingModel", task.LeadingModel?.ToString());
        json.WriteString("leadingReason", task.LeadingReason);
        json.WriteString("verdict", task.Verdict);
        foreach (bool baselines in (bool[])[true, false])
        {
            json.WriteStartArray(baselines ? "baselines" : "models");
            foreach (ModelEvaluation model in task.Models.Where(model => model.IsBaseline == baselines))
            {
                Write(json, model);
            }

            json.WriteEndArray();
        }

        WriteRolling(json, task.Rolling);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ModelEvaluation model)
    {
        json.WriteStartObject();
        json.WriteString("id", model.Id);
        json.WriteString("name", model.Name);
        json.WriteString("settings", model.Settings);
        json.WriteNumber("fitSeconds", Math.Round(model.FitSeconds, 4));
        if (model.Failure is not null)
        {
            json.WriteString("failure", model.Failure);
        }

        Write(json, "cv", model.CrossValidation);
        Write(json, "holdout", model.HoldOut);
        Write(json, "forward", model.Forward);
        if (model.Grade is { } grade)
        {
            json.WriteStartObject("grade");
            json.WriteString("level", JsonNamingPolicy.CamelCase.ConvertName(grade.Level.ToString()));
            json.WriteString("baseline", grade.Baseline.ToString());
            json.Number("gain", grade.Gain);
            json.Number("gainLower", grade.Lower);
            json.Number("gainUpper", grade.Upper);
            json.WriteString("sentence", grade.Sentence);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, ModelJudgement? judgement)
    {
        if (judgement is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("customers", judgement.Customers);
        json.WriteNumber("trainedOn", judgement.TrainedOn);
        switch (judgement)
        {
            case BinaryJudgement binary:
                Write(json, binary);
                break;
            case MulticlassJudgement several:
                Figure(json, "accuracy", several.Accuracy);
                Figure(json, "balancedAccuracy", several.BalancedAccuracy);
                Figure(json, "macroPrecision", several.MacroPrecision);
                Figure(json, "macroF1", several.MacroF1);
                Figure(json, "macroRocAuc", several.MacroRocAuc);
                Figure(json, "logLoss", several.LogLoss);
                Figure(json, "brierScore", several.BrierScore);
                break;
            case RegressionJudgement number:
                Figure(json, "mae", number.MeanAbsoluteError);
                Figure(json, "rmse", number.RootMeanSquaredError);
                Figure(json, "medianAbsoluteError", number.MedianAbsoluteError);
                Figure(json, "r2", number.R2);
                Figure(json, "spearman", number.Spearman);
                Figure(json, "totalRatio", number.TotalRatio);
                break;
        }

        if (judgement.Folds is { } folds)
        {
            json.WriteStartObject("folds");
            json.WriteString("figure", judgement.HeadlineName);
            json.Number("mean", folds.Mean);
            json.Number("standardDeviation", folds.StandardDeviation);
            json.WriteNumber("count", folds.Folds);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, BinaryJudgement binary)
    {
        ThresholdMetrics at = binary.AtThreshold;
        json.WriteNumber("positives", binary.Positives);
        json.Number("threshold", at.Threshold);
        Figure(json, "accuracy", binary.Accuracy);
        Figure(json, "balancedAccuracy", binary.BalancedAccuracy);
        Figure(json, "precision", binary.Precision);
        Figure(json, "recall", binary.Recall);
        Figure(json, "f1", binary.F1);
        Figure(json, "rocAuc", binary.RocAuc);
        Figure(json, "averagePrecision", binary.AveragePrecision);
        Figure(json, "logLoss", binary.LogLoss);
        Figure(json, "brierScore", binary.BrierScore);
        Figure(json, "liftTopTenth", binary.LiftTopTenth);
        json.WriteStartObject("confusion");
        json.WriteNumber("truePositives", at.TruePositives);
        json.WriteNumber("falsePositives", at.FalsePositives);
        json.WriteNumber("trueNegatives", at.TrueNegatives);
        json.WriteNumber("falseNegatives", at.FalseNegatives);
        json.WriteEndObject();
    }

    private static void Figure(Utf8JsonWriter json, string name, JudgedValue value)
    {
        json.Number(name, value.Value);
        json.Number(name + "Lower", value.Lower);
        json.Number(name + "Upper", value.Upper);
    }

    private static void WriteRolling(Utf8JsonWriter json, IReadOnlyList<RollingPoint> points)
    {
        json.WriteStartArray("rollingOrigin");
        foreach (RollingPoint point in points)
        {
            json.WriteStartObject();
            json.WriteString("model", point.Model.ToString());
            json.WriteString("cutoff", point.Cutoff);
            json.WriteNumber("customers", point.Customers);
            json.Number("rate", point.Rate);
            Figure(json, "headline", point.Headline);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
