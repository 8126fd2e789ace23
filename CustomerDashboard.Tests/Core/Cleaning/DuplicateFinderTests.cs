using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Tests.Core.Cleaning;

public class DuplicateFinderTests
{
    private static readonly Line One = new("1", "10", "A", 2, 3);

    public static TheoryData<string> Columns => ["Customer", "Invoice", "Product", "Quantity", "Price", "Date", "Country", "Description"];

    [Theory]
    [MemberData(nameof(Columns))]
    public void A_line_that_differs_in_one_column_is_no_repeat(string column)
    {
        Line other = column switch
        {
            "Customer" => One with { Customer = null },
            "Invoice" => One with { Invoice = "11" },
            "Product" => One with { Product = "a" },
            "Quantity" => One with { Quantity = 2.0000000000000004 },
            "Price" => One with { Price = -3 },
            "Date" => One with { Date = One.Date.AddSeconds(1) },
            "Country" => One with { Country = "France" },
            _ => One with { Description = "A THING " },
        };

        Assert.Equal([false, false, true, true], Find(Line.Table(One, other, One, other)));
    }

    [Fact]
    public void Unknown_numbers_and_the_two_zeros_are_equal() =>
        Assert.Equal([false, true, false, true], Find(Line.Table(
            One with { Quantity = double.NaN }, One with { Quantity = double.NaN }, One with { Price = 0.0 }, One with { Price = -0.0 })));

    [Fact]
    public void The_further_columns_of_the_file_count()
    {
        TransactionTable table = new()
        {
            Customer = new CodedColumn([0, 0, 0, 0], ["1"]),
            Ticks = [1, 1, 1, 1],
            Quantity = [1, 1, 1, 1],
            UnitPrice = [1, 1, 1, 1],
            SourceLine = [2, 3, 4, 5],
            Discount = [0, 0.1, 0, 0],
            LineAmount = [1, 1, 1, 2],
        };

        Assert.Equal([false, false, true, false], Find(table));
    }

    [Fact]
    public void Many_partitions_find_what_a_set_finds()
    {
        Random random = new(7);
        Line[] lines = [.. Enumerable.Range(0, 60_000).Select(_ => One with { Quantity = random.Next(300), Price = random.Next(100) })];
        HashSet<Line> seen = [];

        Assert.Equal(lines.Select(line => !seen.Add(line)), Find(Line.Table(lines)));
    }

    private static bool[] Find(TransactionTable table) => DuplicateFinder.Find(table, TestContext.Current.CancellationToken);
}
