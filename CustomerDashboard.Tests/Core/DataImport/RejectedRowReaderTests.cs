using System.Globalization;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Reporting;

namespace CustomerDashboard.Tests.Core.DataImport;

/// <summary>A report lists so many rejected rows; all of them can be had all the same.</summary>
public sealed class RejectedRowReaderTests
{
    private static readonly ImportOptions ListsFive = new() { Limits = new ImportLimits { MaxRejectedKept = 5 } };

    /// <summary>Every third line lacks a date, every fifth has a word for an amount, every seventh too few fields.</summary>
    private static string Sales() => "customer,date,amount\n" + string.Concat(Enumerable.Range(2, 300).Select(line =>
        line % 7 == 0 ? $"c{line}\n" : $"c{line % 9},{(line % 3 == 0 ? "" : "2011-01-05")},{(line % 5 == 0 ? "much" : "4.5")}\n"));

    [Fact]
    public void The_first_are_listed_in_file_order_and_all_are_told()
    {
        using TemporaryFile file = TemporaryFile.Of(Sales());
        ImportReport whole = TransactionImporter.Import(file.Path, "a.csv").Report;
        ImportReport report = TransactionImporter.Import(file.Path, "a.csv", ListsFive).Report;
        int[] lines = [.. Enumerable.Range(2, 300).Where(line => line % 7 == 0 || line % 3 == 0 || line % 5 == 0)];
        Assert.Equal(lines, whole.Rejected.Select(row => row.Line));
        Assert.Equal(lines[..5], report.Rejected.Select(row => row.Line));
        Assert.Equal(lines.Length, report.RowsRejected);
        Assert.Equal(whole.RejectedByReason.Sum(count => count.Rows), report.RejectedByReason.Sum(count => count.Rows));
        Assert.Contains(report.Notes, note => note.Contains("the first 5 of them are listed here, and rejected.csv has them all", StringComparison.Ordinal));

        List<RejectedRow> told = [];
        RejectedRowReader.Read(file.Path, report, told.Add);
        Assert.Equal(whole.Rejected, told);
        Assert.Equal(Csv(whole, file.Path), Csv(report, file.Path));
    }

    [Fact]
    public void Customers_with_one_row_each_are_told_too()
    {
        string text = "id,age,town\n" + string.Concat(Enumerable.Range(2, 60).Select(line =>
            line % 4 == 0 ? $",{line},x\n" : line % 6 == 1 ? $"c7,{line},y\n" : $"c{line},{(line % 5 == 0 ? "old" : line.ToString(CultureInfo.InvariantCulture))},z\n"));
        using TemporaryFile file = TemporaryFile.Of(text);
        ImportOptions options = ListsFive with { Kind = FileKind.CustomerAttributes, Mapping = new Dictionary<ColumnRole, string> { [ColumnRole.Customer] = "id" } };
        ImportReport whole = CustomerAttributeImporter.Import(file.Path, "a.csv", options with { Limits = ImportLimits.Default }).Report;
        ImportReport report = CustomerAttributeImporter.Import(file.Path, "a.csv", options).Report;
        Assert.Equal(5, report.Rejected.Count);
        Assert.True(whole.Rejected.Count > 20);
        Assert.Contains(whole.Rejected, row => row.Reason == "Customer c7 appears twice, first on line 7.");
        List<RejectedRow> told = [];
        RejectedRowReader.Read(file.Path, report, told.Add);
        Assert.Equal(whole.Rejected, told);
    }

    [Fact]
    public void Without_the_file_the_listed_ones_are_written_and_the_rest_are_counted()
    {
        ImportReport report;
        string path;
        using (TemporaryFile file = TemporaryFile.Of(Sales()))
        {
            path = file.Path;
            report = TransactionImporter.Import(path, "a.csv", ListsFive).Report;
        }

        string[] lines = Csv(report, path).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + 5 + 1, lines.Length);
        Assert.Contains($"{report.RowsRejected - 5} further rejected rows", lines[^1], StringComparison.Ordinal);
    }

    private static string Csv(ImportReport report, string path)
    {
        using StringWriter text = new();
        RejectedCsv.Write(text, report, path);
        return text.ToString();
    }
}
