using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Tests.Core.Segmentation;

public sealed class SegmentSignificanceTests
{
    [Fact]
    public void Features_that_made_the_segments_differ_beyond_chance_and_an_unrelated_one_does_not()
    {
        SegmentSolution solution = CustomerSegmentation.Run(MadeCustomers.Create(), new SegmentationOptions { ChosenK = 4, MaxClusters = 4, Starts = 2 }).Chosen;

        IReadOnlyList<IReadOnlyList<MeanDifference>> tests = SegmentSignificance.Of(solution);

        Assert.Equal(4, tests.Count);
        Assert.All(tests, segment => Assert.True(segment[0].BeyondChance && segment[1].BeyondChance));
        Assert.All(tests, segment => Assert.False(segment[3].BeyondChance));
    }

    [Fact]
    public void The_test_is_that_of_a_mean_drawn_without_replacement()
    {
        SegmentSolution solution = CustomerSegmentation.Run(MadeCustomers.Create(), new SegmentationOptions { MaxClusters = 3, Starts = 1 }).Solutions[0];
        SegmentSummary segment = solution.Segments[0];
        FeatureProfile all = solution.Overall[3];
        double error = all.StandardDeviation * Math.Sqrt((all.Count - segment.Size) / (all.Count - 1.0) / segment.Size);

        MeanDifference test = SegmentSignificance.Of(solution)[0][3];

        Assert.Equal((segment.Features[3].Mean - all.Mean) / error, test.Z, 1e-9);
        Assert.InRange(test.PValue, 0, 1);
    }

    [Fact]
    public void Divisions_by_chance_rarely_have_a_star()
    {
        CustomerFeatureTable table = MadeCustomers.Create();
        SegmentSolution made = CustomerSegmentation.Run(table, new SegmentationOptions { MaxClusters = 2, Starts = 1 }).Solutions[0];
        int starred = 0;
        for (int seed = 0; seed < 60; seed++)
        {
            int[] labels = [.. made.Labels];
            new RandomSource(seed).Shuffle<int>(labels);
            FeatureProfile[][] profiles = new FeatureProfiler(table).Describe(labels, [.. made.Segments.Select(segment => segment.Size)]);
            SegmentSolution dealt = made with { Labels = labels, Segments = [.. made.Segments.Select(segment => segment with { Features = profiles[segment.Id] })] };
            starred += SegmentSignificance.Of(dealt).Any(segment => segment.Any(test => test.BeyondChance)) ? 1 : 0;
        }

        // The level is 5%; twice that of 60 would already be unlikely.
        Assert.InRange(starred, 0, 9);
    }
}
