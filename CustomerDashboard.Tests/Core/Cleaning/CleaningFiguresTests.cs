using CustomerDashboard.Core.Cleaning;

namespace CustomerDashboard.Tests.Core.Cleaning;

/// <summary>The figures that pandas gives for the two real files.</summary>
public class CleaningFiguresTests
{
    [Fact]
    public void The_first_file_loses_what_the_peers_lose()
    {
        CleaningResult result = CleaningPipeline.Run(RetailFile.First, cancellationToken: TestContext.Current.CancellationToken);

        AssertSteps(result, 541_909, 406_829, 401_604, 392_732, 392_732, 392_692);
        Assert.Equal(2, result.Source.UnitPrice.Count(price => price < 0));
        AssertStandalone(result, 135_080, 5_268, 9_288, 10_624, 2_517);
        AssertTotals(result.After, 392_692, 4_338, 18_532, 3_665, 37, 8_887_208.894, 5_152_002);
    }

    [Fact]
    public void The_second_file_loses_what_the_peers_lose()
    {
        CleaningResult result = CleaningPipeline.Run(RetailFile.Second, cancellationToken: TestContext.Current.CancellationToken);

        AssertSteps(result, 1_067_370, 824_363, 797_884, 779_494, 779_494, 779_424);
        Assert.Equal(5, result.Source.UnitPrice.Count(price => price < 0));
        AssertStandalone(result, 243_007, 34_335, 19_494, 22_950, 6_207);
        AssertTotals(result.After, 779_424, 5_878, 36_969, 4_631, 41, 17_374_786.268, 10_513_951);
    }

    private static void AssertSteps(CleaningResult result, params int[] rows)
    {
        for (int step = 0; step < rows.Length - 1; step++)
        {
            Assert.Equal(rows[step], result.Steps[step].RowsBefore);
            Assert.Equal(rows[step + 1], result.Steps[step].RowsAfter);
        }

        Assert.Equal(rows[^1], result.Steps[^1].RowsAfter);
        Assert.Equal(rows[0], result.Before.Rows);
        Assert.Equal(result.Before.Revenue - result.After.Revenue, result.Steps.Sum(step => step.RevenueRemoved), 0.001);
        Assert.Equal(result.Before.Customers - result.After.Customers, result.Steps.Sum(step => step.CustomersRemoved));
    }

    private static void AssertStandalone(CleaningResult result, params int[] rows) =>
        Assert.Equal(rows, result.Steps.Take(rows.Length).Select(step => step.StandaloneRows));

    private static void AssertTotals(
        CleaningTotals totals, int rows, int customers, int invoices, int products, int countries, double revenue, double units)
    {
        Assert.Equal(rows, totals.Rows);
        Assert.Equal(customers, totals.Customers);
        Assert.Equal(invoices, totals.Invoices);
        Assert.Equal(products, totals.Products);
        Assert.Equal(countries, totals.Countries);
        Assert.Equal(revenue, totals.Revenue, 0.001);
        Assert.Equal(units, totals.Units, 0.0);
    }
}
