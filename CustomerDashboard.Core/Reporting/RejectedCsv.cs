using CustomerDashboard.Core.DataImport;

namespace CustomerDashboard.Core.Reporting;

/// <summary>The rows of a file that could not be read: line, sheet, column, value and reason.</summary>
public static class RejectedCsv
{
    public static void Write(TextWriter output, ImportReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var csv = new CsvTable(output);
        csv.Row("Line", "Sheet", "Column", "Value", "Reason");
        foreach (RejectedRow row in report.Rejected)
        {
            csv.Whole(row.Line).Text(row.Sheet).Text(row.Column).Text(row.Value).Text(row.Reason).EndRow();
        }

        if (report.RowsRejected > report.Rejected.Count)
        {
            csv.Whole(null).Text(null).Text(null).Text(null).Text(FormattableString.Invariant(
                $"{report.RowsRejected - report.Rejected.Count} further rejected rows were counted but not listed.")).EndRow();
        }
    }
}
