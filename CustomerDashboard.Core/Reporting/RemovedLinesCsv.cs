using System.Globalization;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Reporting;

/// <summary>The lines that one cleaning rule removed, as the file has them.</summary>
public static class RemovedLinesCsv
{
    private const int Page = 4096;

    /// <exception cref="ArgumentException">There is no such rule.</exception>
    public static void Write(TextWriter output, CleaningResult cleaning, string ruleId)
    {
        ArgumentNullException.ThrowIfNull(cleaning);
        CleaningStep step = cleaning.Step(ruleId);
        TransactionTable table = cleaning.Source;
        var csv = new CsvTable(output);
        csv.Row("Line", "Sheet", "Customer", "Invoice", "Product", "Description", "Date", "Quantity", "UnitPrice", "Amount", "Country");
        for (int skip = 0; skip < step.RowsRemoved; skip += Page)
        {
            foreach (int row in cleaning.RemovedRows(step.Number, skip, Page))
            {
                csv.Whole(table.SourceLine[row]).Text(table.SheetOfRow is { } sheets ? table.Sheets[sheets[row]] : null);
                csv.Text(table.Customer[row]).Text(table.Invoice?[row]).Text(table.Product?[row]).Text(table.Description?[row]);
                csv.Text(table.Date(row).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
                csv.Number(table.Quantity[row]).Number(table.UnitPrice[row]).Number(table.Amount(row)).Text(table.Country?[row]).EndRow();
            }
        }
    }
}
