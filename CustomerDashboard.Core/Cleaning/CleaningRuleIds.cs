namespace CustomerDashboard.Core.Cleaning;

/// <summary>The stable identifiers of the cleaning rules, as in ledgers, recipes and links.</summary>
public static class CleaningRuleIds
{
    public const string MissingCustomer = "MissingCustomer";
    public const string ExactDuplicates = "ExactDuplicates";
    public const string Cancellations = "Cancellations";
    public const string NonPositiveQuantity = "NonPositiveQuantity";
    public const string NonPositivePrice = "NonPositivePrice";
    public const string MissingProduct = "MissingProduct";
    public const string MissingDescription = "MissingDescription";
    public const string MissingCountry = "MissingCountry";
    public const string MissingQuantity = "MissingQuantity";
    public const string MissingPrice = "MissingPrice";
    public const string NonProducts = "NonProducts";
    public const string DateWindow = "DateWindow";
    public const string Countries = "Countries";
    public const string Outliers = "Outliers";
    public const string MinimumOrders = "MinimumOrders";
}
