using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Transactions;
using CustomerDashboard.Tests.Core.DataImport;

namespace CustomerDashboard.Tests.Core.Transactions;

/// <summary>A saved table comes back as it was, or not at all.</summary>
public sealed class TransactionTableFileTests
{
    private const string Text = "Invoice,Product Code,Quantity,Date,Price,Customer,Discount\n1,A,2,2011-01-01 10:00,2.5,c1,\n1,B,,2011-01-01 10:00,1.5,,0.1\n2,A,1,2011-01-02,2.5,çé,\n";

    [Fact]
    public void A_table_comes_back_as_it_was()
    {
        TransactionTable table = Read();
        using TemporaryFile saved = new();
        TransactionTableFile.Save(table, saved.Path);
        TransactionTable back = TransactionTableFile.Load(saved.Path);
        Assert.Equal(table.Ticks, back.Ticks);
        Assert.Equal(table.Quantity, back.Quantity);
        Assert.Equal(table.UnitPrice, back.UnitPrice);
        Assert.Equal(table.Discount, back.Discount);
        Assert.Equal(table.SourceLine, back.SourceLine);
        Assert.Equal(table.Customer.Codes, back.Customer.Codes);
        Assert.Equal(table.Customer.Values, back.Customer.Values);
        Assert.Null(back.Country);
        Assert.Equal(table.LineAmount, back.LineAmount);
        Assert.True(back.HasQuantity);
    }

    [Fact]
    public void Any_flipped_or_missing_byte_is_noticed()
    {
        using TemporaryFile saved = new();
        TransactionTableFile.Save(Read(), saved.Path);
        byte[] bytes = File.ReadAllBytes(saved.Path);
        for (int at = 0; at < bytes.Length; at++)
        {
            bytes[at] ^= 0x41;
            File.WriteAllBytes(saved.Path, bytes);
            Assert.Throws<TableFileException>(() => TransactionTableFile.Load(saved.Path));
            bytes[at] ^= 0x41;
        }

        File.WriteAllBytes(saved.Path, bytes[..^9]);
        Assert.Throws<TableFileException>(() => TransactionTableFile.Load(saved.Path));
        File.WriteAllBytes(saved.Path, [.. bytes, 0]);
        Assert.Throws<TableFileException>(() => TransactionTableFile.Load(saved.Path));
    }

    [Fact]
    public void Customers_are_kept_too_and_not_mixed_up_with_transactions()
    {
        CustomerAttributeTable table = new(["a", "b"], [new("Age", [1, double.NaN], null), new("City", null, new CodedColumn([0, -1], ["Bonn"]))], [2, 3]);
        using TemporaryFile saved = new();
        CustomerAttributeTableFile.Save(table, saved.Path);
        CustomerAttributeTable back = CustomerAttributeTableFile.Load(saved.Path);
        Assert.Equal(table.CustomerIds, back.CustomerIds);
        Assert.Equal(table.Columns[0].Numbers, back.Columns[0].Numbers);
        Assert.Equal(["Bonn"], back.Columns[1].Categories!.Values);
        Assert.Throws<TableFileException>(() => TransactionTableFile.Load(saved.Path));
    }

    private static TransactionTable Read()
    {
        using TemporaryFile file = TemporaryFile.Of(Text);
        return TransactionImporter.Import(file.Path, "a.csv").Table;
    }
}
