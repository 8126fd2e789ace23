using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Features;

/// <summary>Says which features a file cannot give, and why.</summary>
internal static class FeatureAvailability
{
    public static IReadOnlyDictionary<string, string> Of(CleanedTransactions cleaned)
    {
        TransactionTable table = cleaned.Source;
        Dictionary<string, string> unavailable = new(StringComparer.Ordinal);
        if (!table.HasQuantity)
        {
            unavailable[FeatureIds.UnitsPerBasket] = "The file has no quantity column.";
        }

        if (table.Product is null)
        {
            unavailable[FeatureIds.DistinctProducts] = "The file has no product code column.";
            unavailable[FeatureIds.DiscountShare] = "The file has no product code column, so a product's usual price is not known.";
        }
        else if (!table.HasUnitPrice && !table.HasQuantity)
        {
            unavailable[FeatureIds.DiscountShare] = "The file has amounts but neither prices nor quantities, so a product's usual price is not known.";
        }

        if (table.Invoice is null && cleaned.Cancellations.Ticks.Length == 0)
        {
            unavailable[FeatureIds.CancelledInvoices] = "The file has no invoice numbers, so cancelled orders cannot be told.";
            unavailable[FeatureIds.ReturnRate] = unavailable[FeatureIds.CancelledInvoices];
        }

        return unavailable;
    }
}
