using CustomerDashboard.Core.Baskets;

namespace CustomerDashboard.Core.Reporting;

/// <summary>Suggested bundles, one row each, the greatest net revenue first.</summary>
public static class BundlesCsv
{
    /// <summary>Writes the bundles.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="baskets">What is bought together.</param>
    public static void Write(TextWriter output, BasketResult baskets)
    {
        ArgumentNullException.ThrowIfNull(baskets);
        var csv = new CsvTable(output);
        csv.Row("Products", "Names", "CompleteBaskets", "BasketsLackingOne", "Lift", "ExtraRevenue", "DiscountCost", "NetRevenue");
        foreach (Bundle bundle in baskets.Bundles)
        {
            csv.Text(string.Join('+', bundle.Products.Select(product => baskets.Table.ProductCodes[product])));
            csv.Text(string.Join(" + ", bundle.Products.Select(product => baskets.Table.ProductNames[product])));
            csv.Whole(bundle.Complete).Whole(bundle.LackingOne).Number(bundle.Lift).Number(bundle.ExtraRevenue).Number(bundle.DiscountCost).Number(bundle.NetRevenue).EndRow();
        }
    }
}
