using System.Globalization;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Core.Prediction.Explaining;

/// <summary>Says what a customer did where a table would say a feature and its value.</summary>
internal static class ExplanationPhrases
{
    /// <summary>"Placed 12 orders" for 12 under Orders.</summary>
    public static string Of(FeatureDefinition feature, double value)
    {
        if (double.IsNaN(value))
        {
            return $"{feature.Name} is not known";
        }

        string amount = FeatureWords.Amount(feature, value);
        string count = Number(value);
        return feature.Id switch
        {
            PredictionFeatureIds.Frequency => $"Placed {Counted(value, "order")}",
            PredictionFeatureIds.Monetary => $"Spent {amount} in all",
            PredictionFeatureIds.DistinctProducts => $"Bought {Counted(value, "different product")}",
            PredictionFeatureIds.MeanUnitPrice => $"Picks articles at {amount}",
            PredictionFeatureIds.Recency => $"Last bought {Counted(value, "day")} before",
            PredictionFeatureIds.Tenure => $"First bought {Counted(value, "day")} before",
            PredictionFeatureIds.AverageOrderValue => $"Spends {amount} an order",
            PredictionFeatureIds.UnitsPerBasket => $"Takes {Counted(value, "piece")} an order",
            PredictionFeatureIds.LinesPerBasket => $"Orders hold {Counted(value, "line")}",
            PredictionFeatureIds.MeanDaysBetweenPurchases => $"Buys about every {Counted(value, "day")}",
            PredictionFeatureIds.RecencyOverGap => $"Has been silent {count} times the usual gap",
            PredictionFeatureIds.OrdersLast90Days => $"Placed {Counted(value, "order")} in the last 90 days",
            PredictionFeatureIds.SpendLast90Days => $"Spent {amount} in the last 90 days",
            PredictionFeatureIds.OrdersLast365Days => $"Placed {Counted(value, "order")} in the last year",
            PredictionFeatureIds.SpendLast365Days => $"Spent {amount} in the last year",
            PredictionFeatureIds.ReturnRate => value == 0 ? "Cancelled no order" : $"Cancelled {amount} of orders",
            PredictionFeatureIds.HomeCountry or FirstPurchaseFeatureIds.HomeCountry => value > 0.5 ? "Is in the home market" : "Is outside the home market",
            FirstPurchaseFeatureIds.Spend => $"Spent {amount} on the first order",
            _ when feature.Unit == "yes/no" => $"{feature.Name}: {(value > 0.5 ? "yes" : "no")}",
            _ => $"{feature.Name} is {FeatureWords.Short(feature, value)}",
        };
    }

    private static string Counted(double value, string unit)
    {
        string number = Number(value);
        return $"{number} {unit}{(number == "1" ? "" : "s")}";
    }

    private static string Number(double value) => value.ToString(Math.Abs(value) < 10 ? "0.#" : "#,0", CultureInfo.InvariantCulture);
}
