namespace CustomerDashboard.Core.Features;

/// <summary>The customer features computed from transactions, in the order of their columns.</summary>
public static class FeatureCatalog
{
    public static IReadOnlyList<FeatureDefinition> All { get; } =
    [
        new(FeatureIds.Recency, "Days since last purchase", "Recency", "days",
            "How long ago the customer last bought.",
            "snapshot - date of the last line, in whole days", HigherIsBetter: false),
        new(FeatureIds.Frequency, "Orders", "Frequency", "orders",
            "How often the customer bought.",
            "number of distinct invoices", HigherIsBetter: true),
        new(FeatureIds.Monetary, "Total spend", "Monetary, historic CLV", "currency",
            "Everything the customer has spent so far.",
            "sum of the line amounts", HigherIsBetter: true),
        new(FeatureIds.AverageOrderValue, "Average order", "AOV", "currency",
            "What one order of the customer is worth.",
            "Monetary / Frequency", HigherIsBetter: true),
        new(FeatureIds.UnitsPerBasket, "Units per order", "Basket size in units", "units",
            "How many pieces the customer takes at a time.",
            "sum of the quantities / Frequency", HigherIsBetter: null),
        new(FeatureIds.LinesPerBasket, "Lines per order", "Basket size in lines", "lines",
            "How many lines an order of the customer has.",
            "number of lines / Frequency", HigherIsBetter: null),
        new(FeatureIds.DistinctProducts, "Different products", "Product variety", "products",
            "How many different products the customer has tried.",
            "number of distinct product codes", HigherIsBetter: true),
        new(FeatureIds.Tenure, "Days as a customer", "Tenure", "days",
            "How long ago the customer first bought.",
            "snapshot - date of the first line, in whole days", HigherIsBetter: null),
        new(FeatureIds.MeanDaysBetweenPurchases, "Days between orders", "Mean interpurchase time", "days",
            "The customer's rhythm; empty with a single order.",
            "mean of the days between the first lines of consecutive invoices = (last - first) / (Frequency - 1)", HigherIsBetter: false),
        new(FeatureIds.ReturnRate, "Share of orders cancelled", "Return rate", "share",
            "How much of what the customer orders is cancelled.",
            "CancelledInvoices / (CancelledInvoices + Frequency)", HigherIsBetter: false),
        new(FeatureIds.CancelledInvoices, "Cancelled orders", "Cancelled invoices", "orders",
            "How many cancelling invoices the customer has.",
            "number of distinct cancelling invoices, exact duplicates counted once", HigherIsBetter: false),
        new(FeatureIds.DiscountShare, "Share bought at a discount", "Discount share", "share",
            "How much of the customer's spending went to products priced clearly below what they usually cost.",
            "spend on lines priced more than the threshold (5%) below the product's usual price / Monetary; the usual price is the median unit price over the product's lines",
            HigherIsBetter: null),
    ];

    /// <summary>The definition of a feature.</summary>
    /// <exception cref="ArgumentException">There is no such feature.</exception>
    public static FeatureDefinition Get(string id) => All[IndexOf(id)];

    /// <summary>The position of a feature among the columns.</summary>
    /// <exception cref="ArgumentException">There is no such feature.</exception>
    public static int IndexOf(string id)
    {
        for (int i = 0; i < All.Count; i++)
        {
            if (string.Equals(All[i].Id, id, StringComparison.Ordinal))
            {
                return i;
            }
        }

        throw new ArgumentException($"There is no feature '{id}'. The features are: {string.Join(", ", All.Select(d => d.Id))}.", nameof(id));
    }
}
