namespace CustomerDashboard.Core.Prediction.Questions;

/// <summary>The stable identifiers of what is known of a newcomer after the first order.</summary>
public static class FirstPurchaseFeatureIds
{
    public const string Spend = "FirstSpend";
    public const string Units = "FirstUnits";
    public const string Lines = "FirstLines";
    public const string Products = "FirstProducts";
    public const string UnitsPerLine = "FirstUnitsPerLine";
    public const string MeanUnitPrice = "FirstMeanUnitPrice";
    public const string DearestUnitPrice = "FirstDearestUnitPrice";
    public const string LargestLine = "FirstLargestLine";
    public const string LargestQuantity = "FirstLargestQuantity";
    public const string Hour = "FirstHour";
    public const string Weekend = "FirstWeekend";
    public const string BulkShare = "FirstBulkShare";
    public const string ValuePerLine = "FirstValuePerLine";
    public const string Season = "FirstSeason";
    public const string HomeCountry = "FirstHomeCountry";
}
