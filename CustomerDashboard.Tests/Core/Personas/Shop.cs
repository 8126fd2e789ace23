using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Segmentation;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Tests.Core.Personas;

/// <summary>A shop of six customers in two segments, small enough to check every figure by hand.</summary>
internal static class Shop
{
    // Monday 2 January 2023; customers A, B, C are segment 0, D, E, F segment 1.
    private static readonly (string Customer, string Invoice, string Product, string Country, int Day, int Hour, double Units, double Price)[] Sales =
    [
        ("A", "1", "TEA", "UK", 2, 9, 10, 2),
        ("A", "1", "MUG", "UK", 2, 9, 5, 4),
        ("A", "2", "TEA", "UK", 9, 10, 20, 2),
        ("B", "3", "TEA", "UK", 2, 10, 30, 2),
        ("B", "4", "MUG", "UK", 10, 11, 10, 4),
        ("C", "5", "TEA", "France", 16, 9, 50, 2),
        ("D", "6", "PEN", "France", 7, 20, 1, 3),
        ("E", "7", "PEN", "France", 7, 21, 2, 3),
        ("F", "8", "MUG", "UK", 8, 20, 1, 4),
    ];

    public static CleanedTransactions Lines()
    {
        string[] customers = [.. Sales.Select(s => s.Customer).Distinct()];
        string[] invoices = [.. Sales.Select(s => s.Invoice).Distinct()];
        string[] products = [.. Sales.Select(s => s.Product).Distinct()];
        string[] countries = [.. Sales.Select(s => s.Country).Distinct()];
        int[] customer = [.. Sales.Select(s => Array.IndexOf(customers, s.Customer))];
        int[] product = [.. Sales.Select(s => Array.IndexOf(products, s.Product))];
        long[] ticks = [.. Sales.Select(s => new DateTime(2023, 1, s.Day, s.Hour, 0, 0, DateTimeKind.Unspecified).Ticks)];
        double[] units = [.. Sales.Select(s => s.Units)];
        double[] prices = [.. Sales.Select(s => s.Price)];
        return new CleanedTransactions
        {
            Source = new TransactionTable
            {
                Customer = new CodedColumn(customer, customers),
                Product = new CodedColumn(product, products),
                Ticks = ticks,
                Quantity = units,
                UnitPrice = prices,
                SourceLine = [.. Enumerable.Range(2, Sales.Length)],
            },
            SourceRow = [.. Enumerable.Range(0, Sales.Length)],
            Customer = customer,
            Invoice = [.. Sales.Select(s => Array.IndexOf(invoices, s.Invoice))],
            Product = product,
            Country = [.. Sales.Select(s => Array.IndexOf(countries, s.Country))],
            Ticks = ticks,
            Quantity = units,
            UnitPrice = prices,
            Amount = [.. Sales.Select(s => s.Units * s.Price)],
            CustomerIds = customers,
            InvoiceCount = invoices.Length,
            ProductCodes = products,
            ProductNames = products,
            Countries = countries,
            Cancellations = new CancelledLines([], [], [], []),
        };
    }

    public static CustomerFeatureTable Features() => new(
        ["A", "B", "C", "D", "E", "F"],
        [
            FeatureCatalog.Get(FeatureIds.Recency),
            FeatureCatalog.Get(FeatureIds.Frequency),
            FeatureCatalog.Get(FeatureIds.Monetary),
            FeatureCatalog.Get(FeatureIds.AverageOrderValue),
        ],
        [[8, 7, 1, 10, 10, 9], [2, 2, 1, 1, 1, 1], [80, 100, 100, 3, 6, 4], [40, 50, 100, 3, 6, 4]],
        new DateTime(2023, 1, 17));

    public static SegmentSolution Solution() => CustomerSegmentation.Run(
        Features(), new SegmentationOptions { Features = [FeatureIds.Monetary], MaxClusters = 2 }).Find(2)!;
}
