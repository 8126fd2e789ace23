using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Segmentation;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Segmentation;

public sealed class RfmScoringTests
{
    [Fact]
    public void Online_Retail_scores_as_the_peers_count_them()
    {
        CustomerFeatureTable table = OnlineRetail.ReadFeatures();

        RfmScores scores = RfmScoring.Score(table);

        Dictionary<string, int> cells = Enumerable.Range(0, table.RowCount).CountBy(scores.Cell).ToDictionary();
        Assert.Equal(347, cells["555"]);
        Assert.Equal(184, cells["111"]);
        Assert.Equal(172, cells["455"]);
        Assert.Equal(154, cells["121"]);
    }

    [Fact]
    public void Every_customer_of_Online_Retail_is_in_one_of_the_eleven_groups()
    {
        CustomerFeatureTable table = OnlineRetail.ReadFeatures();

        SegmentationResult result = CustomerSegmentation.Run(
            table, new SegmentationOptions { Method = SegmentationMethod.RfmScoring }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Null(result.Failure);
        Assert.Equal(11, result.ChosenK);
        Assert.Equal(RfmGroup.All, result.Chosen.Segments.Select(segment => segment.Group));
        Assert.Equal(table.RowCount, result.Chosen.Segments.Sum(segment => segment.Size));
        RfmScores scores = result.Findings.Rfm!;
        Assert.All(Enumerable.Range(0, table.RowCount), row => Assert.Equal(scores.Group(row), result.Chosen.Labels[row]));
        Assert.Equal(table.RowCount, scores.Counts().Sum(row => row.Sum()));
    }

    [Fact]
    public void Own_cut_points_decide_the_scores()
    {
        CustomerFeatureTable table = Table([1, 10, 11, 40, 90], [1, 2, 3, 4, 20], [10, 100, 101, 1000, 5000]);
        var settings = new RfmSettings { RecencyCuts = [10, 20, 30, 60], FrequencyCuts = [1, 2, 3, 4], MonetaryCuts = [50, 100, 500, 1000] };

        RfmScores scores = RfmScoring.Score(table, settings);

        Assert.Equal([5, 4, 4, 2, 1], scores.Recency);
        Assert.Equal([1, 2, 3, 4, 5], scores.Frequency);
        Assert.Equal([1, 2, 3, 4, 5], scores.Monetary);
        Assert.Equal("511", scores.Cell(0));
    }

    [Theory]
    [InlineData("1 2 3")]
    [InlineData("1 2 2 3")]
    [InlineData("4 3 2 1")]
    [InlineData("1 2 3 NaN")]
    public void Cut_points_that_do_not_ascend_are_refused(string cuts)
    {
        double[] values = [.. cuts.Split(' ').Select(cut => double.Parse(cut, System.Globalization.CultureInfo.InvariantCulture))];
        var refused = Assert.Throws<ArgumentException>(() => new RfmSettings { MonetaryCuts = values }.Validate());
        Assert.Contains("four different numbers in ascending order", refused.Message);
    }

    [Fact]
    public void Customers_without_spend_cannot_be_scored_and_the_message_says_so()
    {
        CustomerFeatureTable table = OnlineRetailFree([("Age", [20, 30, 40])]);
        SegmentationResult result = CustomerSegmentation.Run(
            table, new SegmentationOptions { Method = SegmentationMethod.RfmScoring }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.False(result.HasSegments);
        Assert.Contains("Recency", result.Failure);
    }

    [Fact]
    public void Quintiles_are_monotone_and_even()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyArray<int>>(), values =>
        {
            double[] spend = [.. values.Get.Select(value => (double)value)];
            RfmScores scores = RfmScoring.Score(Table(spend, spend, spend));
            int[] counts = [.. Enumerable.Range(1, 5).Select(score => scores.Monetary.Count(s => s == score))];
            bool monotone = true;
            for (int a = 0; a < spend.Length; a++)
            {
                for (int b = 0; b < spend.Length; b++)
                {
                    monotone &= spend[a] >= spend[b] || scores.Monetary[a] <= scores.Monetary[b];
                }
            }

            // Whatever the ties, fifths differ by one customer at most (from five customers on).
            return monotone && (spend.Length < 5 || counts.Max() - counts.Min() <= 1);
        }).QuickCheckThrowOnFailure();
    }

    private static CustomerFeatureTable Table(double[] recency, double[] frequency, double[] monetary) =>
        OnlineRetailFree([(FeatureIds.Recency, recency), (FeatureIds.Frequency, frequency), (FeatureIds.Monetary, monetary)]);

    private static CustomerFeatureTable OnlineRetailFree((string Id, double[] Values)[] columns) => new(
        [.. Enumerable.Range(0, columns[0].Values.Length).Select(row => $"c{row:0000}")],
        [.. columns.Select(column => new FeatureDefinition(column.Id, column.Id, column.Id, "", "", "", null))],
        [.. columns.Select(column => column.Values)],
        DateTime.MinValue);
}
