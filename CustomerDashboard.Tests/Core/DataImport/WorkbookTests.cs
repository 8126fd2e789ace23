using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Tests.Core.DataImport;

/// <summary>Workbooks give the same table as text does.</summary>
public sealed class WorkbookTests
{
    [Fact]
    public void The_workbook_of_Online_Retail_II_gives_the_table_of_its_CSV()
    {
        string workbook = SharedData.Require("online_retail_II.xlsx");
        TransactionTable fromText = TransactionImporter.Import(SharedData.Require("online_retail_II.csv.gz"), "II.csv.gz").Table;
        ImportResult result = TransactionImporter.Import(workbook, "online_retail_II.xlsx");
        TransactionTable table = result.Table;

        Assert.Equal(1_067_370, result.Report.RowsRead);
        Assert.Equal(0, result.Report.RowsRejected);
        Assert.Equal(["Year 2009-2010", "Year 2010-2011"], table.Sheets);
        Assert.Equal(525_461, table.SheetOfRow!.Count(sheet => sheet == 0));
        Assert.True(fromText.Ticks.AsSpan().SequenceEqual(table.Ticks));
        Assert.True(fromText.Quantity.AsSpan().SequenceEqual(table.Quantity));
        Assert.True(fromText.UnitPrice.AsSpan().SequenceEqual(table.UnitPrice));
        AssertSame(fromText.Customer, table.Customer);
        AssertSame(fromText.Invoice!, table.Invoice!);
        AssertSame(fromText.Product!, table.Product!);
        AssertSame(fromText.Description!, table.Description!);
        AssertSame(fromText.Country!, table.Country!);
    }

    [Fact]
    public void Numbers_dates_and_texts_of_cells_are_read_as_people_see_them()
    {
        using TemporaryFile file = WorkbookBuilder.Build(
            ("Cover", [["Made for", "the board"]]),
            ("2010", [["Invoice", "Item code", "Description", "Qty", "Date", "Price", "Customer"],
                [489434, 85048, "A & B <c>", 12, new DateTime(2009, 12, 1, 7, 45, 0), 6.95, 13085],
                ["C489449", "22087", "PAPER BUNTING", -12, new DateTime(2009, 12, 1, 10, 33, 7), 2.95, null],
                [489434, "85048A", null, 1, new DateTime(2009, 12, 2), 0.1 + 0.2, 13085]]),
            ("2011", [["Customer", "Invoice", "Item code", "Description", "Qty", "Date", "Price"],
                [13085, 500000, 85048, "A & B <c>", 2, new DateTime(2011, 1, 1), 6.95]]));
        FileProfile profile = FileProfiler.Profile(file.Path, "book.xlsx");
        Assert.Equal(FileFormat.Xlsx, profile.Format);
        Assert.Equal(["2010", "2011"], profile.ChosenSheets);

        ImportResult result = TransactionImporter.Import(file.Path, "book.xlsx");
        TransactionTable table = result.Table;
        Assert.Equal(4, result.Report.RowsKept);
        Assert.Equal(["489434", "C489449", "500000"], table.Invoice!.Values);
        Assert.Equal(["85048", "22087", "85048A"], table.Product!.Values);
        Assert.Equal("A & B <c>", table.Description![3]);
        Assert.Equal(new DateTime(2009, 12, 1, 10, 33, 7), table.Date(1));
        Assert.Equal(0.1 + 0.2, table.UnitPrice[2]);
        Assert.Equal(["13085"], table.Customer.Values);
        Assert.Null(table.Customer[1]);
        Assert.Equal([2, 3, 4, 2], table.SourceLine);
        Assert.Equal([0, 0, 0, 1], table.SheetOfRow!);
    }

    [Fact]
    public void A_sheet_that_is_not_there_is_named_with_those_that_are()
    {
        using TemporaryFile file = WorkbookBuilder.Build(("Sales", [["Customer", "Date", "Amount"], ["C1", new DateTime(2011, 1, 1), 5.0], ["C1", new DateTime(2011, 1, 2), 5.0]]));
        ImportException exception = Assert.Throws<ImportException>(() => FileProfiler.Profile(file.Path, "book.xlsx", new ImportOptions { Sheets = ["Costs"] }));
        Assert.Equal(ImportErrorCode.SheetNotFound, exception.Code);
        Assert.Contains("\"Costs\"", exception.Message, StringComparison.Ordinal);
        Assert.Contains("\"Sales\"", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_type_declaration_is_refused()
    {
        (string Name, byte[] Content)[] parts = WorkbookBuilder.Parts(("Sales", [["Customer", "Date", "Amount"], ["C1", new DateTime(2011, 1, 1), 5.0]]));
        int strings = Array.FindIndex(parts, part => part.Name == "xl/sharedStrings.xml");
        parts[strings].Content = "<?xml version=\"1.0\"?><!DOCTYPE sst [<!ENTITY a \"b\">]><sst><si><t>&a;</t></si></sst>"u8.ToArray();
        using TemporaryFile file = TemporaryFile.Zip(parts);
        Assert.Equal(ImportErrorCode.Damaged, Assert.Throws<ImportException>(() => TransactionImporter.Import(file.Path, "book.xlsx")).Code);
    }

    private static void AssertSame(CodedColumn expected, CodedColumn actual)
    {
        Assert.Equal(expected.Values, actual.Values);
        Assert.True(expected.Codes.AsSpan().SequenceEqual(actual.Codes));
    }
}
