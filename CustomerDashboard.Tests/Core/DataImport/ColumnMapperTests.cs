using System.Globalization;
using System.Text;
using CustomerDashboard.Core.DataImport;

namespace CustomerDashboard.Tests.Core.DataImport;

/// <summary>Files of other retailers are understood from names and content together.</summary>
public sealed class ColumnMapperTests
{
    [Fact]
    public void A_wide_order_file_finds_its_columns_among_many()
    {
        FileProfile profile = Profile(
            "Row ID,Order ID,Order Date,Ship Date,Ship Mode,Customer ID,Customer Name,Segment,Country,City,Postal Code,Product ID,Category,Sub-Category,Product Name,Sales,Quantity,Discount,Profit",
            i => $"{i},CA-{i / 3},{(i % 12) + 1}/{(i % 28) + 1}/2016,{(i % 12) + 1}/{(i % 28) + 1}/2016,Second Class,CG-{i / 7 % 90},Claire {i / 7 % 90},Consumer,United States,City{i % 40},{42000 + (i % 90)},FUR-{i % 97},Furniture,Bookcases{i % 5},\"Bush Somerset {i % 97}, x\",{i * 1.37:0.00},{(i % 7) + 1},0.{i % 5},{i * 0.1:0.0000}");
        AssertRoles(profile, "Invoice=Order ID", "Date=Order Date", "Customer=Customer ID", "Country=Country", "ProductCode=Product ID", "Category=Category", "Description=Product Name",
            "LineAmount=Sales", "Quantity=Quantity", "Discount=Discount");
        Assert.Equal(DateOrder.MonthFirst, profile.DateQuestion!.Settled);
        Assert.Contains(profile.Mapping, proposal => proposal.Column == "Sub-Category" && proposal.Reason.Contains("\"Category\" fits better", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_kinds_of_id_a_delivery_date_and_no_quantity_are_told_apart()
    {
        FileProfile profile = Profile(
            "order_id,customer_unique_id,order_status,order_purchase_timestamp,order_delivered_customer_date,product_id,seller_id,price,freight_value,customer_city",
            i => $"{i / 2:x32},{i / 5 * 7919:x32},delivered,2017-10-{(i % 28) + 1:00} 10:56:33,2017-11-{(i % 28) + 1:00} 10:56:33,{i % 97:x32},{i % 9:x32},{i * 0.37:0.00},8.72,sao paulo");
        AssertRoles(profile, "Invoice=order_id", "Customer=customer_unique_id", "Date=order_purchase_timestamp", "ProductCode=product_id", "UnitPrice=price");
        Assert.Contains(profile.Messages, message => message.Severity == MappingSeverity.Warning && message.Role == ColumnRole.Quantity);
    }

    [Fact]
    public void A_column_called_date_without_dates_is_not_the_date()
    {
        FileProfile profile = Profile("client,date,when,amount", i => $"c{i % 5},soon {i},2011-01-{(i % 28) + 1:00},{i}");
        AssertRoles(profile, "Customer=client", "Date=when", "LineAmount=amount");
        Assert.Contains("but it holds no dates", profile.Mapping[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_customer_type_is_no_customer()
    {
        FileProfile profile = Profile("Invoice ID,Customer type,Unit price,Quantity,Date", i => $"7-{i},{(i % 2 == 0 ? "Member" : "Normal")},{i * 0.7:0.00},{(i % 9) + 1},{(i % 3) + 1}/{(i % 28) + 1}/2019");
        Assert.Null(profile.Mapping[1].Role);
        Assert.Contains(profile.Messages, message => message.Severity == MappingSeverity.Error && message.Role == ColumnRole.Customer);
    }

    [Fact]
    public void One_row_per_customer_with_a_sign_up_date_is_a_customer_file()
    {
        FileProfile profile = Profile("client_id,signup_date,city,total_spent,orders", i => $"C{i},2021-01-{(i % 28) + 1:00},Paris {i % 5},{i * 1.5},{i % 9}");
        Assert.Equal(FileKind.CustomerAttributes, profile.Kind);
    }

    [Fact]
    public void A_small_file_of_nothing_but_customer_date_and_amount_holds_purchases()
    {
        FileProfile profile = Profile("customer,date,amount", i => $"C{i},2021-01-{(i % 28) + 1:00},{i * 1.5}");
        Assert.Equal(FileKind.Transactions, profile.Kind);
    }

    [Fact]
    public void A_mapping_with_one_column_twice_or_a_column_that_is_not_there_is_an_error()
    {
        FileProfile profile = Profile("client,date,amount", i => $"c{i % 5},2011-01-{(i % 28) + 1:00},{i}");
        IReadOnlyList<MappingMessage> messages = ColumnMapper.Validate(
            new Dictionary<ColumnRole, string> { [ColumnRole.Customer] = "client", [ColumnRole.Date] = "client", [ColumnRole.LineAmount] = "value" }, profile.Columns);
        Assert.Contains(messages, message => message.Severity == MappingSeverity.Error && message.Text.Contains("cannot be both", StringComparison.Ordinal));
        Assert.Contains(messages, message => message.Severity == MappingSeverity.Error && message.Text.Contains("no column \"value\"", StringComparison.Ordinal));
        Assert.Contains(messages, message => message.Severity == MappingSeverity.Warning && message.Text.Contains("holds no dates", StringComparison.Ordinal));
    }

    [Fact]
    public void A_title_above_the_header_is_passed_over()
    {
        using TemporaryFile file = TemporaryFile.Of("Sales report 2011\n\ncustomer;date;amount\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"c{i % 4};2011-01-{(i % 28) + 1:00};{i}\n")));
        ImportResult result = TransactionImporter.Import(file.Path, "report.csv");
        Assert.Equal(30, result.Report.RowsKept);
        Assert.Equal(4, result.Table.SourceLine[0]);
        Assert.Contains(result.Report.Notes, note => note.Contains("above the header", StringComparison.Ordinal));
    }

    [Fact]
    public void Cancelling_ends_the_reading_and_progress_is_told()
    {
        using TemporaryFile file = TemporaryFile.Of("customer;date;amount\n" + string.Concat(Enumerable.Range(0, 90_000).Select(i => $"c{i % 400};2011-01-{(i % 28) + 1:00};{i}\n")));
        using CancellationTokenSource cancellation = new();
        List<double> shares = [];
        ProgressList progress = new(step =>
        {
            shares.Add(step.Fraction);
            cancellation.Cancel();
        });
        Assert.ThrowsAny<OperationCanceledException>(() => TransactionImporter.Import(file.Path, "a.csv", null, progress, cancellation.Token));
        Assert.InRange(shares[0], 0.01, 1);
    }

    private static FileProfile Profile(string header, Func<int, FormattableString> row)
    {
        StringBuilder text = new(header + "\n");
        for (int i = 0; i < 600; i++)
        {
            text.Append(row(i).ToString(CultureInfo.InvariantCulture)).Append('\n');
        }

        using TemporaryFile file = TemporaryFile.Of(text.ToString());
        return FileProfiler.Profile(file.Path, "shop.csv");
    }

    private static void AssertRoles(FileProfile profile, params string[] expected)
    {
        Assert.Equal(FileKind.Transactions, profile.Kind);
        Assert.Equal(expected.Order(StringComparer.Ordinal),
            profile.Mapping.Where(proposal => proposal.Role is not null).Select(proposal => $"{proposal.Role}={proposal.Column}").Order(StringComparer.Ordinal));
    }

    private sealed class ProgressList(Action<CustomerDashboard.Core.Numerics.WorkProgress> told) : IProgress<CustomerDashboard.Core.Numerics.WorkProgress>
    {
        public void Report(CustomerDashboard.Core.Numerics.WorkProgress value) => told(value);
    }
}
