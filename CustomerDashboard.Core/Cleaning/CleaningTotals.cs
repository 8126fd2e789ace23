namespace CustomerDashboard.Core.Cleaning;

/// <summary>What a set of lines adds up to.</summary>
/// <param name="Rows">Lines.</param>
/// <param name="Customers">Distinct customers; lines without one add none.</param>
/// <param name="Invoices">Distinct invoices; without an invoice number, one per customer and day.</param>
/// <param name="Products">Distinct product codes.</param>
/// <param name="Countries">Distinct countries.</param>
/// <param name="Revenue">Sum of the line amounts, in the file's currency.</param>
/// <param name="Units">Sum of the quantities.</param>
/// <param name="First">Date and time of the earliest line, null without lines.</param>
/// <param name="Last">Date and time of the latest line, null without lines.</param>
public sealed record CleaningTotals(
    int Rows, int Customers, int Invoices, int Products, int Countries, double Revenue, double Units, DateTime? First, DateTime? Last);
