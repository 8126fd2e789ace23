using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Tests.Core.Segmentation;

/// <summary>What the pictures of segments are made of: outliers, density curves, silhouettes of single customers.</summary>
public sealed class SegmentPicturesTests
{
    [Fact]
    public void A_customer_far_from_its_segment_is_an_outlier_and_noise_is_not_judged()
    {
        CustomerFeatureTable table = MadeCustomers.Create();
        table.Columns[2][17] = 90_000_000;
        SegmentationResult result = CustomerSegmentation.Run(table, new SegmentationOptions { ChosenK = 4, MaxClusters = 4, Starts = 2 });

        IReadOnlyList<SegmentOutlier> outliers = SegmentOutliers.Find(result.Prepared!.Points, result.Chosen);

        Assert.Equal(17, outliers[0].Row);
        Assert.True(outliers.Count < 10);
        SegmentationResult crowds = CustomerSegmentation.Run(table, new SegmentationOptions { Method = SegmentationMethod.Dbscan });
        int noise = crowds.Chosen.Noise!.Id;
        Assert.All(SegmentOutliers.Find(crowds.Prepared!.Points, crowds.Chosen), outlier => Assert.NotEqual(noise, crowds.Chosen.Labels[outlier.Row]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    public void Density_curves_have_an_area_of_one_and_lie_where_the_segments_are(int feature)
    {
        CustomerFeatureTable table = MadeCustomers.Create();
        SegmentSolution solution = CustomerSegmentation.Run(table, new SegmentationOptions { ChosenK = 4, MaxClusters = 4, Starts = 2 }).Chosen;

        FeatureDensityCurves curves = FeatureDensity.Of(table, feature, solution);

        double[] axis = curves.LogScale ? [.. curves.Grid.Select(Math.Log10)] : curves.Grid;
        Assert.All(curves.Densities, curve => Assert.Equal(1, curve.Sum() * (axis[1] - axis[0]), 0.01));
        foreach (SegmentSummary segment in solution.Segments)
        {
            double[] curve = curves.Densities[segment.Id];
            double mean = curve.Zip(axis, (height, x) => height * x).Sum() * (axis[1] - axis[0]);
            double[] values = [.. Enumerable.Range(0, table.RowCount).Where(row => solution.Labels[row] == segment.Id).Select(row => curves.LogScale ? Math.Log10(table.Columns[feature][row]) : table.Columns[feature][row])];
            Assert.InRange(mean - values.Average(), -0.06 * (axis[^1] - axis[0]), 0.06 * (axis[^1] - axis[0]));
        }
    }

    [Fact]
    public void Silhouettes_of_single_customers_have_the_mean_of_the_sweep_and_fall_within_each_segment()
    {
        SegmentationResult result = CustomerSegmentation.Run(MadeCustomers.Create(), new SegmentationOptions { ChosenK = 4, MaxClusters = 4, Starts = 2 });

        SilhouetteProfile profile = SilhouetteProfile.Of(result.Prepared!.Points, result.Chosen, 42, TestContext.Current.CancellationToken)!;

        Assert.False(profile.IsSample);
        Assert.Equal(result.Sweep.Single(entry => entry.K == 4).Silhouette, profile.Mean, 1e-9);
        Assert.All(profile.Values, values => Assert.Equal(values.OrderDescending(), values));
        Assert.Equal(result.Chosen.Segments.Select(segment => segment.Size), profile.Values.Select(values => values.Length));
    }

    [Fact]
    public void Of_many_customers_a_sample_keeps_the_proportions_and_stays_near_the_exact_mean()
    {
        SegmentationResult result = CustomerSegmentation.Run(MadeCustomers.Create(6000), new SegmentationOptions { ChosenK = 4, MinClusters = 4, MaxClusters = 4, Starts = 1 });

        SilhouetteProfile profile = SilhouetteProfile.Of(result.Prepared!.Points, result.Chosen, 42, TestContext.Current.CancellationToken)!;

        Assert.True(profile.IsSample);
        Assert.InRange(profile.Judged, SilhouetteProfile.SampleAbove - 4, SilhouetteProfile.SampleAbove + 4);
        Assert.Equal(result.Sweep[0].Silhouette, profile.Mean, 0.01);
    }

    [Fact]
    public void One_group_has_no_silhouettes()
    {
        CustomerFeatureTable table = MadeCustomers.Create();
        SegmentationResult result = CustomerSegmentation.Run(table, new SegmentationOptions { Method = SegmentationMethod.Dbscan, Density = new DensitySettings { Epsilon = 50 } });

        Assert.Equal(1, result.ChosenK);
        Assert.Null(SilhouetteProfile.Of(result.Prepared!.Points, result.Chosen, 42, TestContext.Current.CancellationToken));
    }
}
