using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Tests.Core.Segmentation;

public sealed class FeatureProfilerTests
{
    [Fact]
    public void Quartiles_whiskers_and_moments_agree_with_the_hand()
    {
        // 1..9 and an outlier: quartiles 3.25 and 7.75, fence at 14.5, so 100 lies beyond the whisker.
        var profiler = new FeatureProfiler(Table([9, 1, 8, 2, 7, 3, 6, 4, 5, 100]));

        FeatureProfile all = profiler.Overall[0];

        Assert.Equal(10, all.Count);
        Assert.Equal(14.5, all.Mean, 12);
        Assert.Equal(5.5, all.Median, 12);
        Assert.Equal(3.25, all.LowerQuartile, 12);
        Assert.Equal(7.75, all.UpperQuartile, 12);
        Assert.Equal(1, all.LowerWhisker);
        Assert.Equal(9, all.UpperWhisker);
        Assert.Equal(100, all.Maximum);
        Assert.True(all.OnLogScale);
        Assert.Equal(0, all.StandardisedDifference);
    }

    [Fact]
    public void The_standardised_difference_of_an_even_feature_is_in_its_own_unit()
    {
        // Mean 3, standard deviation sqrt(2): the segment {4, 5} is 1.5 / sqrt(2) above.
        FeatureProfile[][] profiles = new FeatureProfiler(Table([1, 2, 3, 4, 5])).Describe([0, 0, 0, 1, 1], [3, 2]);

        Assert.False(profiles[1][0].OnLogScale);
        Assert.Equal(1.5 / Math.Sqrt(2), profiles[1][0].StandardisedDifference, 12);
        Assert.Equal(-1 / Math.Sqrt(2), profiles[0][0].StandardisedDifference, 12);
        Assert.Equal(4.5, profiles[1][0].Mean, 12);
    }

    [Fact]
    public void Missing_values_are_counted_and_not_averaged()
    {
        FeatureProfile[][] profiles = new FeatureProfiler(Table([1, double.NaN, 3, double.NaN])).Describe([0, 0, 0, 1], [3, 1]);

        Assert.Equal((2, 1, 2.0), (profiles[0][0].Count, profiles[0][0].Missing, profiles[0][0].Mean));
        Assert.Equal((0, 1, 0.0), (profiles[1][0].Count, profiles[1][0].Missing, profiles[1][0].StandardisedDifference));
        Assert.True(double.IsNaN(profiles[1][0].Mean));
    }

    private static CustomerFeatureTable Table(double[] values) => new(
        [.. Enumerable.Range(1, values.Length).Select(i => $"C{i}")],
        [new FeatureDefinition("X", "X", "X", "", "X", "X", null)],
        [values],
        new DateTime(2020, 1, 1));
}
