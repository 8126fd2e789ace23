namespace CustomerDashboard.Core.Prediction;

/// <summary>The stable identifiers of the features a prediction learns from.</summary>
public static class PredictionFeatureIds
{
    public const string Frequency = "Frequency";
    public const string Monetary = "Monetary";
    public const string DistinctProducts = "DistinctProducts";
    public const string MeanUnitPrice = "MeanUnitPrice";
    public const string Recency = "Recency";
    public const string Tenure = "Tenure";
    public const string AverageOrderValue = "AverageOrderValue";
    public const string UnitsPerBasket = "UnitsPerBasket";
    public const string LinesPerBasket = "LinesPerBasket";
    public const string MeanDaysBetweenPurchases = "MeanDaysBetweenPurchases";
    public const string RecencyOverGap = "RecencyOverGap";
    public const string OrdersLast90Days = "OrdersLast90Days";
    public const string SpendLast90Days = "SpendLast90Days";
    public const string OrdersLast365Days = "OrdersLast365Days";
    public const string SpendLast365Days = "SpendLast365Days";
    public const string ReturnRate = "ReturnRate";
    public const string HomeCountry = "HomeCountry";
}
