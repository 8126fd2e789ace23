using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Transactions;
using CustomerDashboard.Tests.Core.Cleaning;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Features;

public class CustomerFeatureBuilderTests
{
    private static readonly DateTime Start = new(2024, 3, 1, 10, 0, 0);

    /// <summary>Anna: three orders in ten days, one cancelled; Ben: one order; the last line is Anna's on day 10 at noon.</summary>
    private static readonly Line[] Small =
    [
        new("Anna", "1", "MUG", 2, 5) { Date = Start },
        new("Anna", "1", "CUP", 1, 4) { Date = Start.AddMinutes(1) },
        new("Ben", "2", "MUG", 10, 5) { Date = Start.AddDays(3) },
        new("Anna", "3", "MUG", 4, 4) { Date = Start.AddDays(4) },
        new("Anna", "C4", "MUG", -4, 4) { Date = Start.AddDays(5) },
        new("Anna", "5", "MUG", 1, 5) { Date = Start.AddDays(10).AddHours(2) },
    ];

    [Fact]
    public void A_small_file_gives_what_a_person_works_out()
    {
        CustomerFeatureTable table = Build(Small);

        Assert.Equal(Start.AddDays(11).AddHours(2), table.Snapshot);
        Assert.Equal(["Anna", "Ben"], table.CustomerIds);
        Assert.Equal([0, 1], table.CustomerIndex!);
        AssertColumn(table, FeatureIds.Recency, 1, 8);
        AssertColumn(table, FeatureIds.Tenure, 11, 8);
        AssertColumn(table, FeatureIds.Frequency, 3, 1);
        AssertColumn(table, FeatureIds.Monetary, 35, 50);
        AssertColumn(table, FeatureIds.AverageOrderValue, 35.0 / 3, 50);
        AssertColumn(table, FeatureIds.UnitsPerBasket, 8.0 / 3, 10);
        AssertColumn(table, FeatureIds.LinesPerBasket, 4.0 / 3, 1);
        AssertColumn(table, FeatureIds.DistinctProducts, 2, 1);
        AssertColumn(table, FeatureIds.MeanDaysBetweenPurchases, (10 + (2.0 / 24)) / 2, double.NaN);
        AssertColumn(table, FeatureIds.CancelledInvoices, 1, 0);
        AssertColumn(table, FeatureIds.ReturnRate, 0.25, 0);

        // A mug usually costs 5; four were bought at 4, 20 % below it: 16 of 35.
        AssertColumn(table, FeatureIds.DiscountShare, 16.0 / 35, 0);
    }

    [Fact]
    public void A_price_within_the_threshold_is_no_discount()
    {
        Line[] lines = [.. Enumerable.Range(1, 5).Select(i => new Line("1", $"{i}", "A", 1, i == 1 ? 96 : 100))];

        AssertColumn(Build(lines), FeatureIds.DiscountShare, 0);
        AssertColumn(Build(lines, new FeatureOptions { DiscountThreshold = 0.03 }), FeatureIds.DiscountShare, 96.0 / 496);
    }

    [Fact]
    public void A_window_sees_nothing_outside_it()
    {
        FeatureOptions options = new() { Window = ObservationWindow.Before(Start.AddDays(4).AddHours(1), 2) };

        CustomerFeatureTable table = Build(Small, options);

        Assert.Equal(["Ben", "Anna"], table.CustomerIndex!.OrderDescending().Select(i => i == 1 ? "Ben" : "Anna"));
        Assert.Equal(["Anna", "Ben"], table.CustomerIds);
        Assert.Equal(Start.AddDays(4).AddHours(1), table.Snapshot);
        AssertColumn(table, FeatureIds.Monetary, 16, 50);
        AssertColumn(table, FeatureIds.Recency, 0, 1);
        AssertColumn(table, FeatureIds.CancelledInvoices, 0, 0);
        CustomerFeatureTable later = Build(Small, new FeatureOptions { Window = ObservationWindow.After(Start.AddDays(1), 3) });
        Assert.Equal([1], later.CustomerIndex!);
        Assert.Equal(["Ben"], later.CustomerIds);
        Assert.Equal(0, Build(Small, new FeatureOptions { Window = new ObservationWindow(Start.AddYears(1), null) }).RowCount);
    }

    [Fact]
    public void The_end_of_a_window_does_not_belong_to_it()
    {
        CustomerFeatureTable before = Build(Small, new FeatureOptions { Window = ObservationWindow.Before(Start.AddDays(3)) });
        CustomerFeatureTable after = Build(Small, new FeatureOptions { Window = ObservationWindow.After(Start.AddDays(3), 1) });

        Assert.Equal(["Anna"], before.CustomerIds);
        Assert.Equal(["Ben"], after.CustomerIds);
    }

    [Fact]
    public void A_stated_snapshot_hides_what_came_after_it()
    {
        CustomerFeatureTable table = Build(Small, new FeatureOptions { Snapshot = Start.AddDays(4), WholeDays = false });

        AssertColumn(table, FeatureIds.Monetary, 14, 50);
        AssertColumn(table, FeatureIds.Recency, 4 - (1.0 / 1440), 1);
    }

    [Fact]
    public void What_a_file_cannot_give_is_empty_and_says_why()
    {
        TransactionTable table = new()
        {
            Customer = new CodedColumn([0, 0, 0], ["1"]),
            Ticks = [Start.Ticks, Start.AddHours(2).Ticks, Start.AddDays(1).Ticks],
            Quantity = [1, 1, 1],
            UnitPrice = [10, 20, 30],
            LineAmount = [10, 20, 30],
            SourceLine = [2, 3, 4],
            HasQuantity = false,
            HasUnitPrice = false,
        };

        CustomerFeatureTable features = CustomerFeatureBuilder.Build(
            CleaningPipeline.Run(table, cancellationToken: TestContext.Current.CancellationToken).Cleaned,
            cancellationToken: TestContext.Current.CancellationToken);

        AssertColumn(features, FeatureIds.Frequency, 2);
        AssertColumn(features, FeatureIds.Monetary, 60);
        Assert.Equal(
            [FeatureIds.CancelledInvoices, FeatureIds.DiscountShare, FeatureIds.DistinctProducts, FeatureIds.ReturnRate, FeatureIds.UnitsPerBasket],
            features.Unavailable.Keys.Order(StringComparer.Ordinal));
        Assert.All(features.Unavailable.Keys, id => Assert.All(features[id], value => Assert.True(double.IsNaN(value))));
    }

    [Fact]
    public void The_order_of_the_lines_changes_nothing() =>
        Prop.ForAll(RandomLines.Files, Gen.Choose(0, int.MaxValue).ToArbitrary(), (lines, seed) =>
        {
            Line[] known = [.. lines.Where(line => line.Customer is not null), new Line("1", "99", "A")];
            Line[] shuffled = [.. known];
            new Random(seed).Shuffle(shuffled);
            CustomerFeatureTable one = Build(known);
            CustomerFeatureTable other = Build(shuffled);
            Assert.Equal(one.CustomerIds.Order(), other.CustomerIds.Order());
            for (int row = 0; row < one.RowCount; row++)
            {
                int match = Array.IndexOf(other.CustomerIds, one.CustomerIds[row]);
                for (int column = 0; column < one.Columns.Count; column++)
                {
                    Assert.Equal(one.Columns[column][row], other.Columns[column][match], 1e-9);
                }
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Options_that_cannot_be_used_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Build(Small, new FeatureOptions { DiscountThreshold = 1 }));
        Assert.Throws<ArgumentException>(() => Build(Small, new FeatureOptions { Window = new ObservationWindow(Start, Start) }));
        Assert.Throws<ArgumentException>(() => Build(Small, new FeatureOptions { Window = new ObservationWindow(Start, null), Snapshot = Start }));
    }

    [Fact]
    public void Every_feature_has_its_definition()
    {
        string[] ids = [.. typeof(FeatureIds).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

        Assert.Equal(ids, FeatureCatalog.All.Select(definition => definition.Id));
        Assert.All(FeatureCatalog.All, definition => Assert.False(string.IsNullOrWhiteSpace(definition.Formula)));
    }

    [Fact]
    public void A_summary_leaves_out_what_is_missing()
    {
        FeatureSummary summary = FeatureSummary.Of("x", [4, double.NaN, 1, 2, 3]);

        Assert.Equal(new FeatureSummary("x", 4, 1, 10, 2.5, 2.5, 1, 4), summary);
        Assert.Equal(new FeatureSummary("x", 0, 1, 0, double.NaN, double.NaN, double.NaN, double.NaN), FeatureSummary.Of("x", [double.NaN]));
    }

    private static CustomerFeatureTable Build(Line[] lines, FeatureOptions? options = null) =>
        CustomerFeatureBuilder.Build(CleaningPipeline.Run(Line.Table(lines)).Cleaned, options);

    private static void AssertColumn(CustomerFeatureTable table, string feature, params double[] expected)
    {
        for (int row = 0; row < expected.Length; row++)
        {
            Assert.Equal(expected[row], table[feature][row], 1e-12);
        }
    }
}
