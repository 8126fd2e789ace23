using CustomerDashboard.Core.Baskets;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Tests.Core.Cleaning;

namespace CustomerDashboard.Tests.Core.Baskets;

/// <summary>The cleaned lines and baskets of the first Online Retail file, once per test run.</summary>
internal static class RetailBaskets
{
    private static readonly Lazy<CleanedTransactions> Cleaned = new(() => CleaningPipeline.Run(RetailFile.First).Cleaned);

    private static readonly Lazy<BasketTable> Baskets = new(() => BasketTable.Of(Cleaned.Value));

    public static CleanedTransactions Lines
    {
        get
        {
            SharedData.Require("online_retail.csv.gz");
            return Cleaned.Value;
        }
    }

    public static BasketTable Table
    {
        get
        {
            SharedData.Require("online_retail.csv.gz");
            return Baskets.Value;
        }
    }
}
