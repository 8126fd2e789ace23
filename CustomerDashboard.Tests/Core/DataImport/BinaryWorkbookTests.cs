using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Tests.Core.DataImport;

/// <summary>XLS as LibreOffice writes it and XLSB as its specification has it: the same made-up orders in both.</summary>
public sealed class BinaryWorkbookTests
{
    private static TemporaryFile Xlsb() => BinaryWorkbookBuilder.Build(
        ("2009", [["Invoice", "Item code", "Description", "Qty", "Date", "Price", "Customer"],
            [489434, 85048, "Kerze, rot", 12, new DateTime(2009, 12, 1, 7, 45, 0), 6.95, 13085],
            ["C489449", "22087", "Laterne ä", -12, new DateTime(2009, 12, 1, 10, 33, 7), 2.95, null],
            [489435, "85048A", "Vogelhaus", "zwölf", new DateTime(2009, 12, 2), 1.25, 13086],
            [489436, 79323, "Fußmatte", 3, new DateTime(2009, 12, 3, 9, 0, 0), 0.3, 13085],
            [489437, 21523, "Spiegel", 1, "never", 4.15, 13087],
            [489438, 22041, "Uhr", 2, new DateTime(2009, 12, 5, 18, 30, 0), 12.5, 13086]]),
        ("2011", [["Invoice", "Item code", "Description", "Qty", "Date", "Price", "Customer"],
            [500000, 85048, "Kerze, rot", 2, new DateTime(2011, 1, 1, 12, 0, 0), 6.95, 13088],
            [500001, "POST", "Porto", 1, new DateTime(2011, 1, 2, 8, 15, 0), 4.0, 13085]]),
        ("Notes", [["Made up for the tests"]]));

    private static TemporaryFile Open(FileFormat format) =>
        format == FileFormat.Xlsb ? Xlsb() : TemporaryFile.Of(File.ReadAllBytes(Fixture.Path("orders.xls")));

    [Theory]
    [InlineData(FileFormat.Xls)]
    [InlineData(FileFormat.Xlsb)]
    public void All_sheets_with_the_same_columns_are_read_with_their_dates_ids_and_numbers(FileFormat format)
    {
        using TemporaryFile file = Open(format);
        FileProfile profile = FileProfiler.Profile(file.Path, "orders");
        Assert.Equal(format, profile.Format);
        Assert.Equal(["2009", "2011"], profile.ChosenSheets);

        ImportResult result = TransactionImporter.Import(file.Path, "orders");
        TransactionTable table = result.Table;
        Assert.Equal((8, 6, 2), (result.Report.RowsRead, result.Report.RowsKept, result.Report.RowsRejected));
        Assert.Equal(["489434", "C489449", "489436", "489438", "500000", "500001"], table.Invoice!.Values);
        Assert.Equal(["85048", "22087", "79323", "22041", "POST"], table.Product!.Values);
        Assert.Equal(["13085", "13086", "13088"], table.Customer.Values);
        Assert.Null(table.Customer[1]);
        Assert.Equal("Laterne ä", table.Description![1]);
        Assert.Equal([12, -12, 3, 2, 2, 1], table.Quantity);
        Assert.Equal([6.95, 2.95, 0.3, 12.5, 6.95, 4.0], table.UnitPrice);
        Assert.Equal(new DateTime(2009, 12, 1, 7, 45, 0), table.Date(0));
        Assert.Equal(new DateTime(2009, 12, 1, 10, 33, 7), table.Date(1));
        Assert.Equal(new DateTime(2011, 1, 2, 8, 15, 0), table.Date(5));
        Assert.Equal([2, 3, 5, 7, 2, 3], table.SourceLine);
        Assert.Equal([0, 0, 0, 0, 1, 1], table.SheetOfRow!);
    }

    [Theory]
    [InlineData(FileFormat.Xls)]
    [InlineData(FileFormat.Xlsb)]
    public void Rows_that_cannot_be_read_are_listed_with_sheet_line_and_value(FileFormat format)
    {
        using TemporaryFile file = Open(format);
        IReadOnlyList<RejectedRow> rejected = TransactionImporter.Import(file.Path, "orders").Report.Rejected;
        Assert.Equal(
            [(4, "2009", "Qty", "zwölf"), (6, "2009", "Date", "never")],
            rejected.Select(row => (row.Line, row.Sheet!, row.Column, row.Value)));
    }

    [Theory]
    [InlineData(FileFormat.Xls)]
    [InlineData(FileFormat.Xlsb)]
    public void One_sheet_can_be_chosen(FileFormat format)
    {
        using TemporaryFile file = Open(format);
        ImportResult result = TransactionImporter.Import(file.Path, "orders", new ImportOptions { Sheets = ["2011"] });
        Assert.Equal(["500000", "500001"], result.Table.Invoice!.Values);
    }

    [Theory]
    [InlineData(FileFormat.Xls)]
    [InlineData(FileFormat.Xlsb)]
    public void A_workbook_packed_in_a_zip_is_read_like_the_workbook_itself(FileFormat format)
    {
        using TemporaryFile plain = Open(format);
        using TemporaryFile zip = TemporaryFile.Zip(("../read me.txt", "Orders of the year"u8.ToArray()), ("a/orders.dat2", File.ReadAllBytes(plain.Path)));
        int before = Unpacked();
        ImportResult expected = TransactionImporter.Import(plain.Path, "orders");
        ImportResult result = TransactionImporter.Import(zip.Path, "orders.zip");
        Assert.Equal(expected.Table.Invoice!.Values, result.Table.Invoice!.Values);
        Assert.Equal(expected.Table.Ticks, result.Table.Ticks);
        Assert.Equal(expected.Report.Rejected, result.Report.Rejected);
        Assert.NotEqual(expected.Report.Sha256, result.Report.Sha256);
        Assert.Contains("zip archive", result.Report.Notes[0], StringComparison.Ordinal);
        Assert.Equal(before, Unpacked());

        static int Unpacked() => Directory.GetFiles(Path.GetTempPath(), "customer-dashboard-*").Length;
    }

    [Fact]
    public void What_cannot_be_chosen_inside_a_zip_is_told()
    {
        byte[] workbook = File.ReadAllBytes(Fixture.Path("orders.xls"));
        using TemporaryFile two = TemporaryFile.Zip(("a.xls", workbook), ("b.xls", workbook));
        ImportException exception = Assert.Throws<ImportException>(() => FileProfiler.Profile(two.Path, "two.zip"));
        Assert.Equal("two.zip holds 2 workbooks or archives (\"a.xls\", \"b.xls\"). Unpack it and choose one of them.", exception.Message);

        using TemporaryFile inner = TemporaryFile.Zip(("orders.csv", "a,b\n1,2\n"u8.ToArray()));
        using TemporaryFile outer = TemporaryFile.Zip(("inner.zip", File.ReadAllBytes(inner.Path)));
        Assert.Contains("an archive within an archive", Assert.Throws<ImportException>(() => FileProfiler.Profile(outer.Path, "outer.zip")).Message, StringComparison.Ordinal);

        using TemporaryFile locked = TemporaryFile.Zip(("a.xls", File.ReadAllBytes(Fixture.Path("orders-protected.xls"))));
        Assert.Equal(ImportErrorCode.PasswordProtected, Assert.Throws<ImportException>(() => FileProfiler.Profile(locked.Path, "locked.zip")).Code);

        using TemporaryFile bomb = TemporaryFile.Zip(("a.xls", [.. workbook, .. new byte[1 << 20]]));
        ImportOptions small = new() { Limits = new ImportLimits { MaxUnpackedBytes = 100_000 } };
        Assert.Equal(ImportErrorCode.UnpacksTooLarge, Assert.Throws<ImportException>(() => FileProfiler.Profile(bomb.Path, "bomb.zip", small)).Code);
    }

    [Fact]
    public void A_damaged_part_of_an_XLSB_is_told_in_words_wherever_it_is_damaged()
    {
        (string Name, byte[] Content)[] whole = BinaryWorkbookBuilder.Parts(
            ("Sales", [["Customer", "Date", "Amount"], .. Enumerable.Range(1, 9).Select(day => (object?[])[$"c{day % 2}", new DateTime(2011, 1, day), 5])]));
        Random random = new(3);
        for (int round = 0; round < 300; round++)
        {
            (string Name, byte[] Content)[] parts = [.. whole.Select(part => (part.Name, (byte[])part.Content.Clone()))];
            ref (string Name, byte[] Content) part = ref parts[Array.FindIndex(parts, item => item.Name.EndsWith(round % 2 == 0 ? "sheet1.bin" : "workbook.bin", StringComparison.Ordinal))];
            int at = random.Next(part.Content.Length);
            part.Content[at] = (byte)random.Next(256);
            part.Content = round % 3 == 0 ? part.Content[..at] : part.Content;
            using TemporaryFile file = TemporaryFile.Zip(parts);

            // A changed number is another number; whatever cannot be read must be an exception with words.
            Exception? exception = Record.Exception(() => TransactionImporter.Import(file.Path, "sales.xlsb"));
            Assert.True(exception is null or ImportException, $"Round {round}: {exception}");
        }
    }

    [Theory]
    [InlineData("orders-protected.xls")]
    [InlineData("orders-protected.xlsx")]
    public void A_real_password_is_told_so(string name)
    {
        ImportException exception = Assert.Throws<ImportException>(() => FileProfiler.Profile(Fixture.Path(name), name));
        Assert.Equal(ImportErrorCode.PasswordProtected, exception.Code);
        Assert.Equal($"{name} is protected with a password. Open it in a spreadsheet program, remove the password and save it again.", exception.Message);
    }
}
