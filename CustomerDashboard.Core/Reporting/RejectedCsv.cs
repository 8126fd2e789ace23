using CustomerDashboard.Core.DataImport;

namespace CustomerDashboard.Core.Reporting;

/// <summary>The rows of a file that could not be read: line, sheet, column, value and reason.</summary>
public static class RejectedCsv
{
    /// <summary>Writes all rejected rows: those the report lists, or, where it could not list all, those of the file read again.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="report">What was read.</param>
    /// <param name="path">Where the file is; looked at only when the report does not list all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static void Write(TextWriter output, ImportReport report, string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var csv = new CsvTable(output);
        csv.Row("Line", "Sheet", "Column", "Value", "Reason");
        if (report.RowsRejected == report.Rejected.Count)
        {
            foreach (RejectedRow row in report.Rejected)
            {
                Write(csv, row);
            }

            return;
        }

        int written = 0;
        string? cut = null;
        try
        {
            RejectedRowReader.Read(path, report, row => Write(csv, row, ref written), cancellationToken);
        }
        catch (ImportException gone)
        {
            cut = gone.Message;
            foreach (RejectedRow row in report.Rejected.Skip(written))
            {
                Write(csv, row, ref written);
            }
        }

        if (written < report.RowsRejected)
        {
            csv.Whole(null).Text(null).Text(null).Text(null).Text(FormattableString.Invariant(
                $"{report.RowsRejected - written} further rejected rows were counted but cannot be listed. {cut}").TrimEnd()).EndRow();
        }
    }

    private static void Write(CsvTable csv, in RejectedRow row, ref int written)
    {
        Write(csv, row);
        written++;
    }

    private static void Write(CsvTable csv, in RejectedRow row) =>
        csv.Whole(row.Line).Text(row.Sheet).Text(row.Column).Text(row.Value).Text(row.Reason).EndRow();
}
