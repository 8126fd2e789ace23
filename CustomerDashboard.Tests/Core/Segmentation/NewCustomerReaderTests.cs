using System.Globalization;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Reporting;
using CustomerDashboard.Core.Segmentation;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Tests.Core.Segmentation;

public sealed class NewCustomerReaderTests
{
    private static readonly CustomerFeatureTable Table = MadeCustomers.Create();

    private static readonly SegmentationResult Result = CustomerSegmentation.Run(Table, new SegmentationOptions { ChosenK = 4, MaxClusters = 4, Starts = 2 });

    private static readonly IReadOnlyList<NewCustomerField> Fields = NewCustomerField.Of(Table, Result);

    [Theory]
    [InlineData("Customer,Recency,Frequency,Monetary\nAnna,10,5,99.5\n")]
    [InlineData("Monetary;customer;frequency;Days since last purchase\r\n99,5;Anna;5;10\r\n")]
    [InlineData("\uFEFFname\tOrders\tTotal spend\tRECENCY\nAnna\t5\t99.5\t10")]
    [InlineData("id,recency,orders,monetary\n\"Anna\",\"10\",5,\"99.50\"")]
    public void Columns_go_by_id_or_name_in_any_order_and_with_any_usual_delimiter(string text)
    {
        NewCustomerReading reading = NewCustomerReader.Read(text, Fields);

        Assert.Empty(reading.Problems);
        NewCustomer anna = Assert.Single(reading.Customers);
        Assert.Equal("Anna", anna.Id);
        Assert.Equal([10, 5, 99.5], new[] { FeatureIds.Recency, FeatureIds.Frequency, FeatureIds.Monetary }.Select(id => anna.Values[id]));
    }

    [Fact]
    public void A_bad_row_costs_only_itself_and_says_where_and_why()
    {
        NewCustomerReading reading = NewCustomerReader.Read("Customer,Recency,Colour\nA,10,red\nB,twelve,blue\n\nC,,\nD,1,2,3\nE,30,", Fields);

        Assert.Equal(["A", "E"], reading.Customers.Select(customer => customer.Id));
        Assert.Equal(["Colour"], reading.Unread);
        Assert.Collection(
            reading.Problems,
            problem => Assert.StartsWith("Line 3: Days since last purchase 'twelve' is not a number", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("Line 5: no value is told", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("Line 6: 4 cells for 3 columns", problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "There is no text")]
    [InlineData("  \n \n", "There is no text")]
    [InlineData("a,b\n1,2", "names no feature")]
    [InlineData("Recency,Monetary\n", "no customers below")]
    public void Text_that_cannot_be_used_says_what_is_expected(string text, string words)
    {
        NewCustomerReading reading = NewCustomerReader.Read(text, Fields);

        Assert.Empty(reading.Customers);
        Assert.Contains(words, Assert.Single(reading.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Endless_text_is_read_up_to_a_limit()
    {
        string text = "Recency\n" + string.Join('\n', Enumerable.Repeat("5", NewCustomerReader.MaximumCustomers + 10));

        NewCustomerReading reading = NewCustomerReader.Read(text, Fields);

        Assert.Equal(NewCustomerReader.MaximumCustomers, reading.Customers.Count);
        Assert.Contains("Only the first", Assert.Single(reading.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_category_is_told_by_its_name()
    {
        CustomerAttributeTable attributes = CustomerAttributeImporter.Import(SharedData.Require("Mall_Customers.csv"), "Mall_Customers.csv").Table;
        AttributeFeatureSet set = AttributeFeatures.Build(attributes, new AttributeFeatureOptions());
        SegmentationResult mall = CustomerSegmentation.Run(set.Table, set.DefaultOptions with { Features = [.. set.Table.Definitions.Select(feature => feature.Id)], MaxClusters = 4, Starts = 1 });
        IReadOnlyList<NewCustomerField> fields = NewCustomerField.Of(set.Table, mall);

        NewCustomerField gender = fields.Single(field => field.Categories.Count > 0);

        NewCustomerReading reading = NewCustomerReader.Read($"{gender.Name},Age\nfemale,30\nother,40", fields);

        NewCustomer known = Assert.Single(reading.Customers);
        Assert.Equal(1, known.Values[$"{gender.Id}=Female"]);
        Assert.Contains("'other' is not one of", Assert.Single(reading.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_found_is_written_as_a_file_a_spreadsheet_takes_for_text()
    {
        NewCustomer[] customers = [new("=1+1", new Dictionary<string, double> { [FeatureIds.Recency] = 10, [FeatureIds.Frequency] = 22, [FeatureIds.Monetary] = 900 })];
        IReadOnlyList<SegmentAssignment> assigned = SegmentAssigner.Assign(Table, Result, Result.Chosen, customers, TestContext.Current.CancellationToken);
        using var output = new StringWriter(CultureInfo.InvariantCulture);

        AssignmentsCsv.Write(output, Result.Prepared!.FeatureIds, customers, assigned, ["One", "Two", "Three", "Four"]);

        string[] lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("Customer,Recency,Frequency,Monetary,Segment,SegmentName,Confidence,RunnerUp,RunnerUpName,RunnerUpShare,Notes", lines[0]);
        Assert.StartsWith($"'=1+1,10,22,900,{assigned[0].SegmentId},", lines[1], StringComparison.Ordinal);
    }
}
