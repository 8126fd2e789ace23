using CustomerDashboard.Core.Features;

namespace CustomerDashboard.Core.Prediction;

/// <summary>The features a prediction learns from, all computed from lines up to the cut-off.</summary>
public static class PredictionFeatureCatalog
{
    /// <summary>Every feature, in the order of the columns of <see cref="PredictionTable.Features"/>.</summary>
    public static IReadOnlyList<FeatureDefinition> All { get; } =
    [
        new(PredictionFeatureIds.Frequency, "Orders", "Frequency", "orders", "How many orders the customer placed.", "number of distinct invoices up to the cut-off", true),
        new(PredictionFeatureIds.Monetary, "Total spend", "Monetary", "currency", "What the customer spent in all.", "sum of line amounts up to the cut-off", true),
        new(PredictionFeatureIds.DistinctProducts, "Different products", "Products", "products", "How many different products the customer bought.", "number of distinct product codes", true),
        new(PredictionFeatureIds.MeanUnitPrice, "Price of a typical article", "Mean unit price", "currency", "How expensive the articles are that the customer picks.", "mean unit price over lines", null),
        new(PredictionFeatureIds.Recency, "Days since last purchase", "Recency", "days", "How long the customer has been silent.", "cut-off minus time of the last line, in days with fractions", false),
        new(PredictionFeatureIds.Tenure, "Days since first purchase", "Tenure", "days", "How long the customer has been known.", "cut-off minus time of the first line, in days with fractions", null),
        new(PredictionFeatureIds.AverageOrderValue, "Average order value", "AOV", "currency", "What one order is worth.", "total spend / orders", true),
        new(PredictionFeatureIds.UnitsPerBasket, "Units per order", "Basket units", "units", "How many pieces one order holds.", "units / orders", null),
        new(PredictionFeatureIds.LinesPerBasket, "Lines per order", "Basket lines", "lines", "How many lines one order holds.", "lines / orders", null),
        new(PredictionFeatureIds.MeanDaysBetweenPurchases, "Days between orders", "Mean gap", "days", "The customer's usual rhythm.", "days from first to last order / (orders - 1); days since the first purchase where there is one order", false),
        new(PredictionFeatureIds.RecencyOverGap, "Silence against own rhythm", "Recency over gap", "ratio", "How long the silence is compared with the customer's usual gap.", "days since last purchase / (days between orders + 1)", false),
        new(PredictionFeatureIds.OrdersLast90Days, "Orders in the last 90 days", "Frequency, 90 days", "orders", "Recent orders.", "distinct invoices in the 90 days before the cut-off", true),
        new(PredictionFeatureIds.SpendLast90Days, "Spend in the last 90 days", "Monetary, 90 days", "currency", "Recent spend.", "sum of line amounts in the 90 days before the cut-off", true),
        new(PredictionFeatureIds.OrdersLast365Days, "Orders in the last year", "Frequency, 365 days", "orders", "Orders of the last year.", "distinct invoices in the 365 days before the cut-off", true),
        new(PredictionFeatureIds.SpendLast365Days, "Spend in the last year", "Monetary, 365 days", "currency", "Spend of the last year.", "sum of line amounts in the 365 days before the cut-off", true),
        new(PredictionFeatureIds.ReturnRate, "Cancelled share of orders", "Return rate", "share", "How often orders are cancelled.", "cancelled invoices / (cancelled invoices + orders)", false),
        new(PredictionFeatureIds.HomeCountry, "In the home market", "Home country", "yes/no", "Whether the customer is in the country with most lines of the file.", "1 where the country of the first purchase is the file's most frequent, else 0", null),
    ];

    internal static int Count => All.Count;

    internal static int IndexOf(string id)
    {
        for (int i = 0; i < All.Count; i++)
        {
            if (All[i].Id == id)
            {
                return i;
            }
        }

        throw new ArgumentException($"There is no feature '{id}'.", nameof(id));
    }
}
