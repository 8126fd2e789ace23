using System.Text.Json;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Prediction;

namespace CustomerDashboard.Core.Analysis;

/// <summary>The <c>prediction</c> part of the summary: each question with its windows, baselines and models.</summary>
internal static class PredictionSummary
{
    public static void Write(Utf8JsonWriter json, AnalysisResult result)
    {
        json.WriteStartObject("prediction");
        if (!json.Unavailable(result, AnalysisStage.Prediction) && result.Prediction is { } prediction)
        {
            if (prediction.Repeat is { } repeat)
            {
                WriteRepeat(json, "repeatPurchase", prediction, repeat, churn: false);
                WriteRepeat(json, "churn", prediction, repeat, churn: true);
            }

            if (prediction.Spend is { } spend)
            {
                WriteSpend(json, prediction, spend);
            }

            PredictionTaskSummary.Write(json, prediction.Tasks);
        }

        json.WriteEndObject();
    }

    /// <summary>Churn is the complement: the same models with scores and labels turned round.</summary>
    private static void WriteRepeat(Utf8JsonWriter json, string name, PredictionResult prediction, RepeatPurchaseResult repeat, bool churn)
    {
        json.WriteStartObject(name);
        WriteHead(json, prediction, repeat.Unavailable, repeat.Customers);
        json.WriteNumber("positives", churn ? repeat.Customers - repeat.Positives : repeat.Positives);
        json.WriteNumber("trainingCustomers", repeat.TrainingCustomers);
        json.WriteNumber("holdoutCustomers", repeat.HoldoutCustomers);
        json.WriteString("chosenModel", repeat.ChosenModelId);
        foreach (bool baselines in (bool[])[true, false])
        {
            json.WriteStartArray(baselines ? "baselines" : "models");
            foreach (ClassifierEvaluation model in repeat.Models)
            {
                if (model.IsBaseline == baselines)
                {
                    json.WriteStartObject();
                    json.WriteString("id", model.Id);
                    json.WriteString("name", model.Name);
                    Write(json, "forward", model.Forward, churn);
                    Write(json, "holdout", model.Holdout, churn);
                    if (model.CrossValidation is { } folds)
                    {
                        json.WriteStartObject("crossValidation");
                        json.Number("rocAuc", folds.Mean);
                        json.Number("standardDeviation", folds.StandardDeviation);
                        json.WriteNumber("folds", folds.Folds.Count);
                        json.WriteEndObject();
                    }

                    json.WriteEndObject();
                }
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter json, PredictionResult prediction, PredictionUnavailable? unavailable, int customers)
    {
        if (unavailable is not null)
        {
            json.WriteString("unavailable", unavailable.Message);
        }

        if (prediction.Windows is { } windows)
        {
            json.WriteString("cutoff", windows.Cutoff);
            json.WriteString("observationStart", windows.ObservationStart);
            json.WriteString("outcomeEnd", windows.OutcomeEnd);
        }

        json.WriteNumber("customers", customers);
    }

    private static void Write(Utf8JsonWriter json, string name, ClassifierScores? scores, bool churn)
    {
        if (scores is null)
        {
            json.WriteNull(name);
            return;
        }

        if (churn)
        {
            scores = ChurnScores.Of(scores);
        }

        ThresholdMetrics at = scores.AtThreshold;
        json.WriteStartObject(name);
        json.WriteNumber("customers", scores.Customers);
        json.WriteNumber("positives", scores.Positives);
        json.WriteNumber("trainedOn", scores.TrainedOn);
        json.Number("threshold", at.Threshold);
        json.Number("accuracy", at.Accuracy);
        json.Number("precision", at.Precision);
        json.Number("recall", at.Recall);
        json.Number("f1", at.F1);
        json.Number("specificity", at.Specificity);
        json.Number("balancedAccuracy", at.BalancedAccuracy);
        json.WriteStartObject("confusion");
        json.WriteNumber("truePositives", at.TruePositives);
        json.WriteNumber("falsePositives", at.FalsePositives);
        json.WriteNumber("trueNegatives", at.TrueNegatives);
        json.WriteNumber("falseNegatives", at.FalseNegatives);
        json.WriteEndObject();
        json.Number("rocAuc", scores.RocAuc);
        json.Number("rocAucLower", scores.RocAucLower);
        json.Number("rocAucUpper", scores.RocAucUpper);
        json.Number("averagePrecision", scores.AveragePrecision);
        json.Number("brierScore", scores.BrierScore);
        json.Number("logLoss", scores.LogLoss);
        json.WriteEndObject();
    }

    private static void WriteSpend(Utf8JsonWriter json, PredictionResult prediction, SpendResult spend)
    {
        json.WriteStartObject("spend");
        WriteHead(json, prediction, spend.Unavailable, spend.Customers);
        json.Number("actualTotal", spend.ActualTotal);
        json.WriteNumber("trainingCustomers", spend.TrainingCustomers);
        json.WriteNumber("holdoutCustomers", spend.HoldoutCustomers);
        json.WriteNumber("reversedOrdersLeftOut", spend.ReversedOrders.Count);
        json.WriteString("chosenModel", spend.ChosenModelId);
        foreach (bool baselines in (bool[])[true, false])
        {
            json.WriteStartArray(baselines ? "baselines" : "models");
            foreach (RegressorEvaluation model in spend.Models)
            {
                if (model.IsBaseline == baselines)
                {
                    json.WriteStartObject();
                    json.WriteString("id", model.Id);
                    json.WriteString("name", model.Name);
                    Write(json, "forward", model.Forward);
                    Write(json, "holdout", model.Holdout);
                    json.WriteEndObject();
                }
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, RegressionScores? scores)
    {
        if (scores is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("customers", scores.Customers);
        json.WriteNumber("trainedOn", scores.TrainedOn);
        json.Number("mae", scores.MeanAbsoluteError);
        json.Number("rmse", scores.RootMeanSquaredError);
        json.Number("r2", scores.R2);
        json.Number("medianAbsoluteError", scores.MedianAbsoluteError);
        json.Number("spearman", scores.Spearman);
        json.Number("totalRatio", scores.TotalRatio);
        json.WriteEndObject();
    }
}
