using CustomerDashboard.Core.Learning.ModelSelection;

namespace CustomerDashboard.Tests.Core.Learning.ModelSelection;

public class StratifiedSplitTests
{
    private static readonly bool[] Labels = [.. Enumerable.Range(0, 103).Select(i => i % 4 == 0)];

    [Fact]
    public void The_held_out_part_keeps_the_share_of_positives()
    {
        TrainTestSplit split = StratifiedSplit.HoldOut(Labels, 0.2, 42);
        Assert.Equal(Enumerable.Range(0, 103), split.Train.Concat(split.Test).Order());
        Assert.Equal(5, split.Test.Count(i => Labels[i]));
        Assert.Equal(15, split.Test.Count(i => !Labels[i]));
        Assert.Equal(split.Test.Order(), split.Test);
    }

    [Fact]
    public void Every_row_is_tested_in_exactly_one_fold()
    {
        IReadOnlyList<TrainTestSplit> folds = StratifiedSplit.Folds(Labels, 5, 1);
        Assert.Equal(Enumerable.Range(0, 103), folds.SelectMany(f => f.Test).Order());
        Assert.All(folds, fold =>
        {
            Assert.InRange(fold.Test.Length, 20, 21);
            Assert.InRange(fold.Test.Count(i => Labels[i]), 5, 6);
            Assert.Equal(103, fold.Train.Length + fold.Test.Length);
            Assert.Empty(fold.Train.Intersect(fold.Test));
        });
    }

    [Fact]
    public void A_seed_repeats_and_another_differs()
    {
        Assert.Equal(StratifiedSplit.HoldOut(Labels, 0.2, 3).Test, StratifiedSplit.HoldOut(Labels, 0.2, 3).Test);
        Assert.NotEqual(StratifiedSplit.HoldOut(Labels, 0.2, 3).Test, StratifiedSplit.HoldOut(Labels, 0.2, 4).Test);
    }

    [Fact]
    public void Shares_and_folds_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StratifiedSplit.HoldOut(Labels, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => StratifiedSplit.Folds(Labels, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => StratifiedSplit.Folds([true, false], 3, 0));
    }
}
