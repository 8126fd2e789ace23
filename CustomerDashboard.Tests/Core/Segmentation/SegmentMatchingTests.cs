using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Segmentation;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Segmentation;

public sealed class SegmentMatchingTests
{
    [Fact]
    public void Renumbered_segments_are_found_again() =>
        Assert.Equal([2, 0, 1], SegmentMatching.Match([0, 0, 1, 1, 2, 2], [2, 2, 0, 0, 1, 1]));

    [Fact]
    public void A_segment_that_is_gone_has_no_match() =>
        Assert.Equal([0, 1, -1], SegmentMatching.Match([0, 0, 0, 1, 1, 2], [0, 0, 0, 1, 1, 1]));

    [Fact]
    public void Divisions_of_different_customers_are_refused() =>
        Assert.Throws<ArgumentException>(() => SegmentMatching.Match([0, 1], [0]));

    [Fact]
    public void A_cross_table_adds_up_to_both_divisions() =>
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
        {
            var random = new RandomSource(seed);
            int[] first = Labels(random, 60, 5);
            int[] second = Labels(random, 60, 7);
            CrossTable table = CrossTable.Of(first, second);
            bool rows = Enumerable.Range(0, table.RowTotals.Count)
                .All(r => table.Counts[r].Sum() == table.RowTotals[r] && table.RowTotals[r] == first.Count(label => label == r));
            bool columns = Enumerable.Range(0, table.ColumnTotals.Count)
                .All(c => table.Counts.Sum(row => row[c]) == table.ColumnTotals[c] && table.ColumnTotals[c] == second.Count(label => label == c));
            return rows && columns && table.Total == 60 && table.RowTotals.Sum() == 60;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_renumbering_is_undone() =>
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
        {
            var random = new RandomSource(seed);
            int k = random.NextInt(6) + 1;
            int[] first = [.. Enumerable.Range(0, k), .. Labels(random, 40, k)];
            int[] renumbering = [.. Enumerable.Range(0, k)];
            random.Shuffle<int>(renumbering);
            int[] second = [.. first.Select(label => renumbering[label])];
            return SegmentMatching.Match(first, second).SequenceEqual(renumbering);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_negative_label_is_refused() =>
        Assert.Throws<ArgumentException>(() => CrossTable.Of([0, -1], [0, 0]));

    private static int[] Labels(RandomSource random, int count, int k)
    {
        var labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = random.NextInt(k);
        }

        return labels;
    }
}
