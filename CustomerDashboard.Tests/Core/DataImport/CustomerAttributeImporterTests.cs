using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Tests.Core.DataImport;

/// <summary>Files with one row per customer take their own road.</summary>
public sealed class CustomerAttributeImporterTests
{
    [Fact]
    public void Mall_customers_are_recognised_and_read()
    {
        string path = SharedData.Require("Mall_Customers.csv");
        FileProfile profile = FileProfiler.Profile(path, "Mall_Customers.csv");
        Assert.Equal(FileKind.CustomerAttributes, profile.Kind);
        Assert.Contains("CustomerID", profile.KindReason, StringComparison.Ordinal);

        AttributeImportResult result = CustomerAttributeImporter.Import(path, "Mall_Customers.csv");
        Assert.Equal(200, result.Table.RowCount);
        Assert.Equal(["Genre", "Age", "Annual_Income(k$)", "Spending_Score(1-100)"], result.Table.Columns.Select(column => column.Name));
        Assert.Equal(["Male", "Female"], result.Table.Columns[0].Categories!.Values);
        Assert.Equal(38.85, result.Table.Columns[1].Numbers!.Average(), 2);
        Assert.Equal("1", result.Table.CustomerIds[0]);
        Assert.Equal(2, result.Table.SourceLine[0]);
    }

    [Fact]
    public void A_customer_that_appears_twice_is_rejected_with_the_first_line()
    {
        using TemporaryFile file = TemporaryFile.Of("Kundennummer;Alter;Stadt\nA1;34,5;Bonn\nA2;;Köln\nA1;30,0;Bonn\nA3;alt;Bonn\n;4,5;Bonn\nA4;50,5;\nA5;51,5;Ulm\nA6;49,0;Ulm\n");
        AttributeImportResult result = CustomerAttributeImporter.Import(file.Path, "kunden.csv", new ImportOptions { Mapping = new Dictionary<ColumnRole, string> { [ColumnRole.Customer] = "Kundennummer" } });
        Assert.Equal(8, result.Report.RowsRead);
        Assert.Equal(5, result.Report.RowsKept);
        Assert.Equal([4, 5, 6], result.Report.Rejected.Select(row => row.Line));
        Assert.Equal("Customer A1 appears twice, first on line 2.", result.Report.Rejected[0].Reason);
        Assert.Equal(34.5, result.Table.Columns[0].Numbers![0]);
        Assert.True(double.IsNaN(result.Table.Columns[0].Numbers![1]));
        Assert.Equal(CodedColumn.Missing, result.Table.Columns[1].Categories!.Codes[2]);
    }
}
