using System.Globalization;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Transactions;
using CustomerDashboard.Tests.Core.Cleaning;

namespace CustomerDashboard.Tests.Core.Features;

/// <summary>The figures that pandas gives for the customers of the two real files.</summary>
public class FeatureFiguresTests
{
    [Fact]
    public void The_first_file_has_the_sums_of_the_peers() => AssertSums(
        RetailFile.First, 401_423, 18_532, 8_887_208.894, 1_811_747.20, 1_095_184.03, 266_792, 968_711, 206_698.1905, 3_618, 459.6405, 1_493);

    [Fact]
    public void The_second_file_has_the_sums_of_the_peers() => AssertSums(
        RetailFile.Second, 1_183_429, 36_969, 17_374_786.268, 2_264_088.48, 1_455_138.93, 481_932, 2_790_355, 435_289.2451, 7_836, 690.8432, 1_623);

    [Fact]
    public void Every_customer_of_the_first_file_agrees_in_every_column() => AssertRows(
        SharedData.RequireReference("customer_features_online_retail.csv"),
        CustomerFeatureBuilder.Build(Clean(RetailFile.First), cancellationToken: TestContext.Current.CancellationToken),
        Shared,
        ("CancelInvoices", FeatureIds.CancelledInvoices));

    [Fact]
    public void Every_customer_of_the_second_file_agrees_up_to_a_cutoff()
    {
        string reference = SharedData.RequireReference("prediction_table_online_retail_II.csv");
        CustomerFeatureTable table = CustomerFeatureBuilder.Build(
            Clean(RetailFile.Second),
            new FeatureOptions { Window = ObservationWindow.Before(new DateTime(2011, 9, 10, 12, 50, 0)), WholeDays = false },
            TestContext.Current.CancellationToken);

        // The reference puts the tenure in place of the gap a single order does not have.
        double[] gap = table[FeatureIds.MeanDaysBetweenPurchases];
        for (int row = 0; row < gap.Length; row++)
        {
            gap[row] = double.IsNaN(gap[row]) ? table[FeatureIds.Tenure][row] : gap[row];
        }

        AssertRows(reference, table, Shared);
    }

    private static readonly (string Column, string Feature)[] Shared =
    [
        ("Recency", FeatureIds.Recency), ("Frequency", FeatureIds.Frequency), ("Monetary", FeatureIds.Monetary),
        ("AOV", FeatureIds.AverageOrderValue), ("BasketUnits", FeatureIds.UnitsPerBasket), ("BasketLines", FeatureIds.LinesPerBasket),
        ("Products", FeatureIds.DistinctProducts), ("Tenure", FeatureIds.Tenure), ("MeanGap", FeatureIds.MeanDaysBetweenPurchases),
        ("ReturnRate", FeatureIds.ReturnRate),
    ];

    private static void AssertRows(
        string reference, CustomerFeatureTable table, (string Column, string Feature)[] shared, params (string Column, string Feature)[] more)
    {
        Dictionary<string, int> rows = table.CustomerIds.Select((id, row) => (id, row)).ToDictionary(pair => pair.id, pair => pair.row);
        string[] lines = File.ReadAllLines(reference);
        string[] header = lines[0].Split(',');
        Assert.Equal(table.RowCount, lines.Length - 1);
        foreach (string line in lines.Skip(1))
        {
            string[] fields = line.Split(',');
            int row = rows[fields[0]];
            foreach ((string column, string feature) in shared.Concat(more))
            {
                string field = fields[Array.IndexOf(header, column)];
                double expected = field.Length == 0 ? double.NaN : double.Parse(field, CultureInfo.InvariantCulture);
                double actual = table[feature][row];
                Assert.True(
                    double.IsNaN(expected) ? double.IsNaN(actual) : Math.Abs(actual - expected) <= 1e-8 * Math.Max(1, Math.Abs(expected)),
                    $"Customer {fields[0]}, {column}: {actual} and not {expected}.");
            }
        }
    }

    private static CleanedTransactions Clean(TransactionTable table) =>
        CleaningPipeline.Run(table, cancellationToken: TestContext.Current.CancellationToken).Cleaned;

    private static void AssertSums(
        TransactionTable file,
        double recency,
        double frequency,
        double monetary,
        double orderValue,
        double basketUnits,
        double products,
        double tenure,
        double meanGap,
        double cancelled,
        double returnRate,
        int oneInvoice)
    {
        CustomerFeatureTable table = CustomerFeatureBuilder.Build(Clean(file), cancellationToken: TestContext.Current.CancellationToken);
        Dictionary<string, FeatureSummary> summaries = FeatureSummary.Summarise(table).ToDictionary(summary => summary.FeatureId);

        Assert.Equal(recency, summaries[FeatureIds.Recency].Sum);
        Assert.Equal(frequency, summaries[FeatureIds.Frequency].Sum);
        Assert.Equal(monetary, summaries[FeatureIds.Monetary].Sum, 0.001);
        Assert.Equal(orderValue, summaries[FeatureIds.AverageOrderValue].Sum, 0.01);
        Assert.Equal(basketUnits, summaries[FeatureIds.UnitsPerBasket].Sum, 0.01);
        Assert.Equal(products, summaries[FeatureIds.DistinctProducts].Sum);
        Assert.Equal(tenure, summaries[FeatureIds.Tenure].Sum);
        Assert.Equal(meanGap, summaries[FeatureIds.MeanDaysBetweenPurchases].Sum, 0.001);
        Assert.Equal(cancelled, summaries[FeatureIds.CancelledInvoices].Sum);
        Assert.Equal(returnRate, summaries[FeatureIds.ReturnRate].Sum, 0.0001);
        Assert.Equal(oneInvoice, summaries[FeatureIds.MeanDaysBetweenPurchases].Missing);
        Assert.InRange(summaries[FeatureIds.DiscountShare].Mean, 0.01, 0.9);
    }
}
