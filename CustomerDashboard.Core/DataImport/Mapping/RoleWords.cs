namespace CustomerDashboard.Core.DataImport.Mapping;

/// <summary>Roles in the words of the page.</summary>
internal static class RoleWords
{
    public static string Name(ColumnRole role) => role switch
    {
        ColumnRole.Customer => "the customer",
        ColumnRole.Date => "the date",
        ColumnRole.Time => "the time of day",
        ColumnRole.Invoice => "the invoice",
        ColumnRole.ProductCode => "the product code",
        ColumnRole.Description => "the product description",
        ColumnRole.Quantity => "the quantity",
        ColumnRole.UnitPrice => "the unit price",
        ColumnRole.LineAmount => "the line amount",
        ColumnRole.Discount => "the discount",
        ColumnRole.Category => "the product category",
        ColumnRole.Country => "the country",
        _ => role.ToString(),
    };

    /// <summary>What the analysis lacks without a column of this role; null when nothing needs to be said.</summary>
    public static string? Consequence(ColumnRole role) => role switch
    {
        ColumnRole.Invoice => "No invoice column: all lines of one customer on one day count as one basket, and cancellations are recognised by negative quantities only.",
        ColumnRole.ProductCode => "No product code: no basket analysis, no recommendations, no number of different products per customer.",
        ColumnRole.Description => "No product description: products are shown by their code only.",
        ColumnRole.Country => "No country: no map and no comparison of countries.",
        _ => null,
    };
}
