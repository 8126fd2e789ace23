using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Tests.Core.DataImport;

/// <summary>The real files give the counts and totals that pandas gives.</summary>
public sealed class OnlineRetailImportTests
{
    [Fact]
    public void Online_retail_gives_all_rows_and_the_known_totals()
    {
        ImportResult result = TransactionImporter.Import(SharedData.Require("online_retail.csv.gz"), "online_retail.csv.gz", cancellationToken: TestContext.Current.CancellationToken);
        TransactionTable table = result.Table;

        Assert.Equal(541_909, result.Report.RowsRead);
        Assert.Equal(541_909, result.Report.RowsKept);
        Assert.Equal(0, result.Report.RowsRejected);
        Assert.Equal(541_909, table.RowCount);
        Assert.Equal(135_080, table.Customer.Codes.Count(code => code < 0));
        Assert.Equal(4_372, table.Customer.Values.Length);
        Assert.Equal(25_900, table.Invoice!.Values.Length);
        Assert.Equal(5_176_450, table.Quantity.Sum());
        Assert.Equal(9_747_747.934, Sum(table), 3);
        Assert.Equal(new DateTime(2010, 12, 1, 8, 26, 0), table.Date(0));
        Assert.Equal(new DateTime(2011, 12, 9, 12, 50, 0), table.Date(table.RowCount - 1));
        Assert.Equal(541_910, table.SourceLine[^1]);
    }

    [Fact]
    public void Online_retail_II_gives_all_rows_and_whole_customer_ids()
    {
        ImportResult result = TransactionImporter.Import(SharedData.Require("online_retail_II.csv.gz"), "online_retail_II.csv.gz", cancellationToken: TestContext.Current.CancellationToken);
        TransactionTable table = result.Table;

        Assert.Equal(1_067_370, result.Report.RowsRead);
        Assert.Equal(1_067_370, result.Report.RowsKept);
        Assert.Equal(243_007, table.Customer.Codes.Count(code => code < 0));
        Assert.Equal("13085", table.Customer[0]);
        Assert.Equal(53_628, table.Invoice!.Values.Length);
        Assert.Equal(" WHITE CHERRY LIGHTS", table.Description![2]);
        Assert.Contains(result.Report.Notes, note => note.Contains("13085.0 is 13085", StringComparison.Ordinal));
    }

    private static double Sum(TransactionTable table)
    {
        double sum = 0;
        for (int row = 0; row < table.RowCount; row++)
        {
            sum += table.Amount(row);
        }

        return sum;
    }
}
