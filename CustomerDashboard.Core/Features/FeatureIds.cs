namespace CustomerDashboard.Core.Features;

/// <summary>The stable identifiers of the customer features computed from transactions.</summary>
public static class FeatureIds
{
    public const string Recency = "Recency";
    public const string Frequency = "Frequency";
    public const string Monetary = "Monetary";
    public const string AverageOrderValue = "AverageOrderValue";
    public const string UnitsPerBasket = "UnitsPerBasket";
    public const string LinesPerBasket = "LinesPerBasket";
    public const string DistinctProducts = "DistinctProducts";
    public const string Tenure = "Tenure";
    public const string MeanDaysBetweenPurchases = "MeanDaysBetweenPurchases";
    public const string ReturnRate = "ReturnRate";
    public const string CancelledInvoices = "CancelledInvoices";
    public const string DiscountShare = "DiscountShare";
}
