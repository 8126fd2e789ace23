using System.Text;
using CustomerDashboard.Core.DataImport;

namespace CustomerDashboard.Tests.Core.DataImport;

/// <summary>Bad files get one sentence that names what was found, where, and what to do; bad rows are listed, good rows kept.</summary>
public sealed class BadInputTests
{
    private const string Header = "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n";
    private const string Row = "536365,85123A,HEART,6,2010-12-01 08:26:00,2.55,17850,United Kingdom\n";

    [Fact]
    public void An_empty_file_is_called_empty()
    {
        AssertFails(ImportErrorCode.EmptyFile, TemporaryFile.Of(""), "shop.csv", "empty", "Export it again");
        AssertFails(ImportErrorCode.EmptyFile, TemporaryFile.Of("  \n\n \r\n"), "shop.csv", "blank");
        AssertFails(ImportErrorCode.EmptyFile, TemporaryFile.Of(TemporaryFile.Gzip([])), "shop.csv");
    }

    [Fact]
    public void A_header_without_rows_is_named_with_its_columns() =>
        AssertFails(ImportErrorCode.NoRows, TemporaryFile.Of(Header), "shop.csv", "header", "Invoice, StockCode", "no rows");

    [Fact]
    public void One_column_is_told_with_its_name_and_what_is_needed() =>
        AssertFails(ImportErrorCode.OneColumn, TemporaryFile.Of("Sales\n12\n13\n15\n"), "only one column", "\"Sales\"", "customer", "semicolon");

    [Theory]
    [InlineData("89504E470D0A1A0A0000000D49484452", "PNG picture")]
    [InlineData("255044462D312E370A25", "PDF document")]
    [InlineData("7F454C4602010100", "program")]
    public void A_renamed_binary_is_called_what_it_is(string hex, string kind) =>
        AssertFails(ImportErrorCode.NotATable, TemporaryFile.Of(Convert.FromHexString(hex)), "shop.csv", kind, "Choose a CSV file");

    [Fact]
    public void Random_bytes_are_no_table()
    {
        byte[] bytes = new byte[100_000];
        new Random(5).NextBytes(bytes);
        bytes[0] = 200;
        AssertFails(ImportErrorCode.NotATable, TemporaryFile.Of(bytes), "binary data");
    }

    [Fact]
    public void A_truncated_workbook_or_archive_is_damaged()
    {
        (string, byte[])[] parts = WorkbookBuilder.Parts(("Sales", [["Customer", "Date", "Amount"], .. Enumerable.Range(1, 500).Select(i => new object?[] { $"C{i % 50}", new DateTime(2011, 1, 1).AddDays(i), i * 1.5 })]));
        using TemporaryFile whole = TemporaryFile.Zip(parts);
        byte[] bytes = File.ReadAllBytes(whole.Path);
        AssertFails(ImportErrorCode.Damaged, TemporaryFile.Of(bytes[..(bytes.Length / 2)]), "shop.csv", "damaged");
        byte[] packed = TemporaryFile.Gzip(Encoding.UTF8.GetBytes(Header + string.Concat(Enumerable.Repeat(Row, 5000))));
        AssertFails(ImportErrorCode.Damaged, TemporaryFile.Of(packed[..(packed.Length / 2)]), "shop.csv", "damaged or cut short");
    }

    [Fact]
    public void A_sheet_cut_off_inside_is_damaged()
    {
        (string Name, byte[] Content)[] parts = WorkbookBuilder.Parts(("Sales", [["Customer", "Date", "Amount"], ["C1", new DateTime(2011, 1, 1), 5.0]]));
        int sheet = Array.FindIndex(parts, part => part.Name == "xl/worksheets/sheet1.xml");
        parts[sheet].Content = parts[sheet].Content[..^60];
        AssertFails(ImportErrorCode.Damaged, TemporaryFile.Zip(parts), "damaged", "save it again");
    }

    [Fact]
    public void A_workbook_with_a_password_is_told_so()
    {
        byte[] bytes = new byte[8192];
        Convert.FromHexString("D0CF11E0A1B11AE1").CopyTo(bytes, 0);
        Encoding.Unicode.GetBytes("EncryptedPackage").CopyTo(bytes, 2048);
        AssertFails(ImportErrorCode.PasswordProtected, TemporaryFile.Of(bytes), "password", "remove");
    }

    [Fact]
    public void Another_office_file_is_no_workbook() =>
        AssertFails(ImportErrorCode.Damaged, TemporaryFile.Of([.. Convert.FromHexString("D0CF11E0A1B11AE1"), .. new byte[4096]]), "no readable Excel workbook");

    [Fact]
    public void A_zip_bomb_is_stopped_where_it_passes_the_limit()
    {
        byte[] ones = new byte[100 << 20];
        Array.Fill(ones, (byte)'1');
        Encoding.ASCII.GetBytes("customer,date,amount\nA,2011-01-01,5\nA,2011-01-02,5\n").CopyTo(ones, 0);
        byte[] packed = TemporaryFile.Gzip(ones);
        Assert.True(packed.Length < ones.Length / 200);
        AssertFails(ImportErrorCode.UnpacksTooLarge, TemporaryFile.Of(packed), "unpacks to more than", "200 times its size");

        using TemporaryFile large = TemporaryFile.Of(TemporaryFile.Gzip(Encoding.UTF8.GetBytes(Header + string.Concat(Enumerable.Repeat(Row, 5000)))));
        ImportOptions small = new() { Limits = new ImportLimits { MaxUnpackedBytes = 100_000 } };
        Assert.Equal(ImportErrorCode.UnpacksTooLarge, Assert.Throws<ImportException>(() => TransactionImporter.Import(large.Path, "shop.gz", small)).Code);
    }

    [Fact]
    public void Ten_thousand_columns_are_beyond_the_limit()
    {
        string header = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"c{i}"));
        string row = string.Join(',', Enumerable.Range(0, 10_000));
        AssertFails(ImportErrorCode.TooManyColumns, TemporaryFile.Of($"{header}\n{row}\n"), "10,000 columns", "1,000", "keep the columns needed");
    }

    [Fact]
    public void A_line_of_50_megabytes_is_rejected_and_the_rest_is_read()
    {
        string line = "536366,1,\"" + new string('x', 50 << 20) + "\",6,2010-12-01,2.55,17850,UK\n";
        ImportResult result = Import(Header + Row + line + Row + Row);
        Assert.Equal(4, result.Report.RowsRead);
        Assert.Equal(3, result.Report.RowsKept);
        RejectedRow rejected = Assert.Single(result.Report.Rejected);
        Assert.Equal(3, rejected.Line);
        Assert.Contains("longer than", rejected.Reason, StringComparison.Ordinal);
        Assert.Equal([2, 4, 5], result.Table.SourceLine);
    }

    [Fact]
    public void A_file_that_is_one_50_megabyte_line_has_no_header() =>
        AssertFails(ImportErrorCode.LineTooLong, TemporaryFile.Of(string.Concat(Enumerable.Repeat("abc,def,", 50 << 17))), "no readable header", "longer than");

    [Fact]
    public void A_row_with_a_NUL_byte_is_rejected()
    {
        ImportResult result = Import(Header + Row + Row.Replace("HEART", "HE\0RT") + Row);
        RejectedRow rejected = Assert.Single(result.Report.Rejected);
        Assert.Equal(3, rejected.Line);
        Assert.Contains("NUL", rejected.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Mixed_line_ends_are_read()
    {
        string row = Row.TrimEnd('\n');
        ImportResult result = Import($"{Header.TrimEnd('\n')}\r\n{row}\r{row}\n{row}\r\n\r\n{row}");
        Assert.Equal(4, result.Report.RowsKept);
        Assert.Equal(1, result.Report.BlankLines);
        Assert.Equal([2, 3, 4, 6], result.Table.SourceLine);
    }

    [Fact]
    public void An_unclosed_quote_costs_its_own_line_only()
    {
        string many = string.Concat(Enumerable.Repeat(Row, 3000));
        ImportResult result = Import(Header + Row + Row.Replace("HEART", "\"HEART") + many + Row.Replace("HEART", "\"RED, HEART\"") + Row.Replace("HEART", "\"HEART"));
        Assert.Equal(3004, result.Report.RowsRead);
        Assert.Equal(2, result.Report.RowsRejected);
        Assert.Equal([3, 3005], result.Report.Rejected.Select(row => row.Line));
        Assert.All(result.Report.Rejected, row => Assert.Contains("uote", row.Reason, StringComparison.Ordinal));
        Assert.Contains("RED, HEART", result.Table.Description!.Values);
    }

    [Fact]
    public void Rows_with_too_few_or_too_many_fields_are_rejected()
    {
        ImportResult result = Import(Header + Row + "1,2,3\n" + Row.TrimEnd('\n') + ",more\n" + Row.TrimEnd('\n') + ",,\n");
        Assert.Equal(2, result.Report.RowsRejected);
        Assert.Contains("3 where the header has 8", result.Report.Rejected[0].Reason, StringComparison.Ordinal);
        Assert.Contains("9 where the header has 8", result.Report.Rejected[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_NaN_and_infinity_in_numbers_are_rejected_with_line_column_and_value()
    {
        string many = string.Concat(Enumerable.Repeat(Row, 10));
        ImportResult result = Import(Header + many + Row.Replace(",6,", ",twelve,") + Row.Replace(",2.55,", ",NaN,") + Row.Replace(",2.55,", ",Infinity,")
            + Row.Replace(",6,", ",-inf,") + Row.Replace(",2.55,", ",1e300,") + Row.Replace(",6,", ",,"));
        Assert.Equal(16, result.Report.RowsRead);
        Assert.Equal(5, result.Report.RowsRejected);
        Assert.Equal(new RejectedRow(12, null, "Quantity", "twelve", "\"Quantity\" is not a number; expected one such as 2.55."), result.Report.Rejected[0]);
        Assert.Contains("finite", result.Report.Rejected[1].Reason, StringComparison.Ordinal);
        Assert.Equal("Price", result.Report.Rejected[2].Column);
        Assert.Contains("beyond", result.Report.Rejected[4].Reason, StringComparison.Ordinal);
        Assert.True(double.IsNaN(result.Table.Quantity[^1]));
    }

    [Fact]
    public void Dates_in_three_formats_are_each_read_by_their_own_and_the_undecided_rejected()
    {
        string[] dates = [.. Enumerable.Range(1, 28).Select(day => $"2011-01-{day:00}"), .. Enumerable.Range(13, 10).Select(day => $"{day}/02/2011"),
            .. Enumerable.Range(13, 10).Select(day => $"03/{day}/2011"), "05/06/2011", "7 April 2011", "nonsense", "2011-02-30", "1850-01-01", ""];
        ImportResult result = Import("customer,date,amount\n" + string.Concat(dates.Select((date, i) => $"C{i % 7},{date},{i}\n")));
        Assert.Equal(dates.Length, result.Report.RowsRead);
        Assert.Equal(5, result.Report.RowsRejected);
        Assert.Equal(["05/06/2011", "nonsense", "2011-02-30", "1850-01-01", ""], result.Report.Rejected.Select(row => row.Value));
        Assert.Contains("day first or month first", result.Report.Rejected[0].Reason, StringComparison.Ordinal);
        Assert.Contains("outside the years", result.Report.Rejected[3].Reason, StringComparison.Ordinal);
        Assert.Contains(result.Report.Notes, note => note.Contains("several formats", StringComparison.Ordinal));
        Assert.Contains(new DateTime(2011, 2, 22).Ticks, result.Table.Ticks);
        Assert.Contains(new DateTime(2011, 3, 22).Ticks, result.Table.Ticks);
        Assert.Contains(new DateTime(2011, 4, 7).Ticks, result.Table.Ticks);
    }

    [Fact]
    public void When_no_row_is_good_the_reason_is_told()
    {
        ImportException exception = AssertFails(ImportErrorCode.NothingKept, TemporaryFile.Of("customer,date,amount\nA,2011-01-01,one\nB,2011-01-02,two\n"), "None of the 2 rows", "not a number",
            new ImportOptions { Mapping = new Dictionary<ColumnRole, string> { [ColumnRole.Customer] = "customer", [ColumnRole.Date] = "date", [ColumnRole.LineAmount] = "amount" } });
        Assert.Equal(2, exception.Report!.RowsRejected);
    }

    [Fact]
    public void A_file_without_customers_names_what_is_missing() =>
        AssertFails(ImportErrorCode.Mapping, TemporaryFile.Of("when,what\n2011-01-01,5\n2011-01-02,6\n2011-01-02,6\n"), "customer", "\"when\"");

    private static ImportResult Import(string text)
    {
        using TemporaryFile file = TemporaryFile.Of(text);
        return TransactionImporter.Import(file.Path, "shop.csv");
    }

    private static ImportException AssertFails(ImportErrorCode code, TemporaryFile file, params object[] expected)
    {
        using (file)
        {
            ImportOptions? options = expected.OfType<ImportOptions>().FirstOrDefault();
            ImportException exception = Assert.Throws<ImportException>(() => TransactionImporter.Import(file.Path, "shop.csv", options));
            Assert.Equal(code, exception.Code);
            Assert.All(expected.OfType<string>(), words => Assert.Contains(words, exception.Message, StringComparison.Ordinal));
            if (options is null)
            {
                ImportException again = Record.Exception(() => FileProfiler.Profile(file.Path, "shop.csv")) as ImportException ?? exception;
                Assert.Equal(code, again.Code);
            }

            return exception;
        }
    }
}
