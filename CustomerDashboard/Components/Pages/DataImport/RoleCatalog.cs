using CustomerDashboard.Core.DataImport;

namespace CustomerDashboard.Components.Pages.DataImport;

/// <summary>The words for the roles a column can play, in the order a person is asked for them.</summary>
public static class RoleCatalog
{
    public static IReadOnlyList<RoleWords> All { get; } =
    [
        new(ColumnRole.Customer, "Customer", "who bought", RoleNeed.Needed),
        new(ColumnRole.Date, "Date", "when", RoleNeed.Needed),
        new(ColumnRole.Quantity, "Quantity", "how many units", RoleNeed.Amount),
        new(ColumnRole.UnitPrice, "Unit price", "price of one unit", RoleNeed.Amount),
        new(ColumnRole.LineAmount, "Line amount", "what the line cost in all", RoleNeed.Amount),
        new(ColumnRole.Invoice, "Invoice", "which lines were bought together", RoleNeed.Optional),
        new(ColumnRole.ProductCode, "Product code", "what was bought", RoleNeed.Optional),
        new(ColumnRole.Description, "Description", "the product's name", RoleNeed.Optional),
        new(ColumnRole.Country, "Country", "where the customer is", RoleNeed.Optional),
        new(ColumnRole.Category, "Category", "kind of product", RoleNeed.Optional),
        new(ColumnRole.Discount, "Discount", "what was taken off", RoleNeed.Optional),
        new(ColumnRole.Time, "Time of day", "where it is kept apart from the date", RoleNeed.Optional),
    ];

    public static string Name(ColumnRole role) => All.First(words => words.Role == role).Name;

    public static string TypeName(ColumnType type) => type switch
    {
        ColumnType.WholeNumber => "whole numbers",
        ColumnType.Number => "numbers",
        ColumnType.Date => "dates",
        ColumnType.TimeOfDay => "times",
        ColumnType.Text => "text",
        _ => "empty",
    };
}
