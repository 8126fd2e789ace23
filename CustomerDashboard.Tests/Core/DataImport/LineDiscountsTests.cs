using System.Globalization;
using CustomerDashboard.Core.DataImport;

namespace CustomerDashboard.Tests.Core.DataImport;

/// <summary>A discount is taken off the amounts when the column shows what it holds.</summary>
public sealed class LineDiscountsTests
{
    [Fact]
    public void Shares_are_taken_off()
    {
        ImportResult result = Import("discount", i => i % 2 == 0 ? "0" : "0.25");

        Assert.Equal([20, 15], result.Table.LineAmount![..2]);
        Assert.Equal(15, result.Table.Amount(1));
        Assert.Equal(0.25, result.Table.Discount![1]);
        Assert.Contains(result.Report.Notes, note => note.Contains("\"discount\" are read as shares", StringComparison.Ordinal) && note.Contains("10 rows", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("discount", "25%")]
    [InlineData("discount", "25 %")]
    [InlineData("discount percent", "25")]
    public void Percentages_are_known_by_sign_or_by_name(string name, string value)
    {
        ImportResult result = Import(name, i => i % 2 == 0 ? "" : value);

        Assert.Equal([20, 15], result.Table.LineAmount![..2]);
        Assert.Contains(result.Report.Notes, note => note.Contains("as percentages", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("discount amount", "5")]
    [InlineData("discount", "5.17")]
    [InlineData("discount", "-5.17")]
    public void Amounts_are_taken_off_the_line(string name, string value)
    {
        ImportResult result = Import(name, i => i % 2 == 0 ? "" : value);

        double off = Math.Abs(double.Parse(value, CultureInfo.InvariantCulture));
        Assert.Equal([20, 20 - off], result.Table.LineAmount![..2]);
        Assert.Contains(result.Report.Notes, note => note.Contains("as amounts per line", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("5", "10")]
    [InlineData("5", "25")]
    [InlineData("", "25.17")]
    [InlineData("0", "1")]
    [InlineData("-0.1", "0.1")]
    public void What_cannot_be_told_is_not_taken_off_and_said_so(string even, string odd)
    {
        ImportResult result = Import("discount", i => i % 2 == 0 ? even : odd);

        Assert.Null(result.Table.LineAmount);
        Assert.Equal(20, result.Table.Amount(1));
        Assert.Contains(result.Report.Notes, note => note.Contains("before discount", StringComparison.Ordinal));
    }

    [Fact]
    public void Stated_amounts_are_used_as_they_are()
    {
        ImportResult result = Import("discount", _ => "0.5", ",amount", _ => ",7");

        Assert.Equal(7, result.Table.Amount(1));
        Assert.Contains(result.Report.Notes, note => note.Contains("\"discount\" is not taken off", StringComparison.Ordinal));
    }

    private static ImportResult Import(string name, Func<int, string> discount, string moreNames = "", Func<int, string>? more = null)
    {
        string rows = string.Concat(Enumerable.Range(0, 20).Select(i => $"c{i % 4},2011-01-{(i % 28) + 1:00},4,5,{discount(i)}{more?.Invoke(i)}\n"));
        using TemporaryFile file = TemporaryFile.Of($"customer,date,quantity,unit price,{name}{moreNames}\n{rows}");
        Dictionary<ColumnRole, string> mapping = new()
        {
            [ColumnRole.Customer] = "customer",
            [ColumnRole.Date] = "date",
            [ColumnRole.Quantity] = "quantity",
            [ColumnRole.UnitPrice] = "unit price",
            [ColumnRole.Discount] = name,
        };
        if (more is not null)
        {
            mapping[ColumnRole.LineAmount] = moreNames[1..];
        }

        return TransactionImporter.Import(file.Path, "shop.csv", new ImportOptions { Mapping = mapping });
    }
}
