using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Tests.Core.Segmentation;

/// <summary>Every method over the real customers, through the same road as the page and the command line.</summary>
public sealed class SegmentationMethodTests
{
    [Fact]
    public void Ward_cuts_Online_Retail_as_the_peer_does()
    {
        SegmentationResult result = Run(new SegmentationOptions { Method = SegmentationMethod.Hierarchical, ChosenK = 4 });

        Assert.Null(result.Failure);
        Assert.Equal([1716, 1517, 762, 343], result.Chosen.Segments.Select(segment => segment.Size).OrderDescending());
        Assert.Equal(0.2800, result.Sweep.Single(entry => entry.K == 4).Silhouette, 0.0005);
        double[] last = [.. result.Findings.Tree!.Merges.TakeLast(4).Select(merge => merge.Height)];
        Assert.Equal(40.505, last[0], 0.0005);
        Assert.Equal(104.828, last[3], 0.0005);
        Assert.InRange(result.Findings.CopheneticCorrelation!.Value, 0.2, 1);
    }

    [Theory]
    [InlineData(0.3, 6, 445)]
    [InlineData(0.5, 2, 79)]
    public void Dbscan_finds_the_peers_crowds_and_keeps_noise_as_a_segment(double epsilon, int clusters, int noise)
    {
        SegmentationResult result = Run(new SegmentationOptions { Method = SegmentationMethod.Dbscan, Density = new DensitySettings { Epsilon = epsilon } });

        Assert.Null(result.Failure);
        Assert.Equal(clusters, result.ChosenK);
        Assert.Equal(clusters + 1, result.Chosen.Segments.Count);
        SegmentSummary outside = result.Chosen.Noise!;
        Assert.Equal(noise, outside.Size);
        Assert.Equal(SegmentSummary.NoiseSlot, outside.ColourSlot);
        Assert.Equal(noise, result.Chosen.Labels.Count(label => label == outside.Id));
        Assert.Equal(1, result.Chosen.Segments.Sum(segment => segment.RevenueShare!.Value), 1e-9);
    }

    [Fact]
    public void Dbscan_without_a_reach_takes_the_knee()
    {
        SegmentationResult result = Run(new SegmentationOptions { Method = SegmentationMethod.Dbscan });
        Assert.Null(result.Failure);
        Assert.Equal(result.Findings.NeighbourDistances!.SuggestedEpsilon, result.Findings.Epsilon);
    }

    [Fact]
    public void A_reach_too_small_is_explained_with_a_better_one()
    {
        SegmentationResult result = Run(new SegmentationOptions { Method = SegmentationMethod.Dbscan, Density = new DensitySettings { Epsilon = 1e-7, MinPoints = 200 } });
        Assert.False(result.HasSegments);
        Assert.Contains("4,338", result.Failure);
        Assert.Contains("suggest", result.Failure);
    }

    [Fact]
    public void A_mixture_of_tied_values_says_so_and_names_the_remedy()
    {
        SegmentationResult result = Run(new SegmentationOptions { Method = SegmentationMethod.GaussianMixture, MaxClusters = 5, Starts = 2 });

        Assert.Null(result.Failure);
        Assert.All(result.Sweep, entry => Assert.NotNull(entry.Bic));
        Assert.Contains(result.Notes, note => note.Contains("collapsed", StringComparison.Ordinal));
        Assert.Contains(result.Solutions, solution => solution.Warnings.Any(warning => warning.Contains("Order", StringComparison.OrdinalIgnoreCase)));
        Assert.Contains(result.Suggestion!.Choices, choice => choice.Criterion == "BIC");
        Assert.Contains("BIC", result.Suggestion.Reason);
        Assert.DoesNotContain("inertia", result.Suggestion.Reason);
        Assert.Null(result.Suggestion.Choices.Single(choice => choice.Criterion == "Gap statistic").K);
        Assert.False(result.Sweep.Single(entry => entry.K == result.Suggestion.K).Collapsed && result.Sweep.Any(entry => !entry.Collapsed));
    }

    [Fact]
    public void The_comparison_tries_every_method_and_carries_what_to_be_wary_of()
    {
        CustomerDashboard.Core.Features.CustomerFeatureTable table = OnlineRetail.ReadFeatures();
        SegmentationResult result = Run(new SegmentationOptions { MaxClusters = 5 });
        IReadOnlyList<MethodRow> rows = MethodComparison.Run(table, result with { ChosenK = 5 }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(Enum.GetValues<SegmentationMethod>().Order(), rows.Select(row => row.Method).Order());
        Assert.Contains("Order", string.Concat(rows.Single(row => row.Method == SegmentationMethod.GaussianMixture).Warnings), StringComparison.OrdinalIgnoreCase);
        Assert.True(rows.Single(row => row.Method == SegmentationMethod.MiniBatchKMeans).AdjustedRand > .5);
    }

    [Fact]
    public void Hdbscan_finds_five_crowds_with_the_peers_noise()
    {
        SegmentationResult result = Run(new SegmentationOptions { Method = SegmentationMethod.Hdbscan, Density = new DensitySettings { MinClusterSize = 50 } });
        Assert.Null(result.Failure);
        Assert.Equal(5, result.ChosenK);
        Assert.InRange(result.Chosen.Noise!.Size, 902, 908);
        Assert.NotNull(result.Sweep[0].Stability);
    }

    [Fact]
    public void K_means_is_judged_by_gap_and_stability_at_every_k_and_other_methods_where_they_stand()
    {
        SegmentationResult means = Run(new SegmentationOptions());
        Assert.All(means.Sweep, entry => Assert.Equal(entry.K, entry.Stability!.Jaccard.Count));
        Assert.All(means.Sweep, entry => Assert.InRange(entry.Stability!.MeanAdjustedRand, 0.3, 1));
        Assert.All(means.Sweep, entry => Assert.True(entry.GapStandardError > 0));
        Assert.Equal(["Elbow", "Silhouette", "Calinski-Harabasz", "Davies-Bouldin", "Gap statistic", "Stability"], means.Suggestion!.Choices.Select(choice => choice.Criterion));
        // Two halves of customers come back more faithfully than a dozen small segments.
        Assert.True(means.Sweep[0].Stability!.MeanAdjustedRand > means.Sweep[^1].Stability!.MeanAdjustedRand);

        SegmentationResult ward = Run(new SegmentationOptions { Method = SegmentationMethod.Hierarchical });
        Assert.Equal([ward.Suggestion!.K], ward.Sweep.Where(entry => entry.Stability is not null).Select(entry => entry.K));
    }

    [Fact]
    public void Mini_batches_come_near_to_K_means()
    {
        SegmentationResult result = Run(new SegmentationOptions { Method = SegmentationMethod.MiniBatchKMeans, MinClusters = 4, MaxClusters = 6, ChosenK = 4 });
        Assert.Null(result.Failure);
        Assert.Equal([4, 5, 6], result.Sweep.Select(entry => entry.K));
        Assert.InRange(result.Sweep[0].Inertia, 3938, 3938.5 * 1.1);
        Assert.NotNull(result.Sweep[0].Gap);
    }

    [Fact]
    public void Medoids_of_a_sample_divide_everyone()
    {
        SegmentationResult result = Run(new SegmentationOptions { Method = SegmentationMethod.KMedoids, MaxClusters = 4, Starts = 1, ChosenK = 4 });

        Assert.Null(result.Failure);
        Assert.Equal(4338, result.Chosen.Segments.Sum(segment => segment.Size));
        Assert.Contains(result.Notes, note => note.Contains("2,500 of the 4,338", StringComparison.Ordinal));
        // Medoids are no worse than a few per cent behind the means K-Means found.
        Assert.InRange(result.Sweep.Single(entry => entry.K == 4).Inertia, 3938, 3938 * 1.1);
    }

    [Theory]
    [InlineData(SegmentationMethod.KMedoids)]
    [InlineData(SegmentationMethod.Hierarchical)]
    public void Gowers_distance_divides_by_numbers_and_categories_together(SegmentationMethod method)
    {
        // Two planted segments that only the category tells apart, and a number that is noise.
        int[] codes = [.. Enumerable.Range(0, 80).Select(row => row % 2)];
        var attributes = new CustomerDashboard.Core.Transactions.CustomerAttributeTable(
            [.. Enumerable.Range(0, 80).Select(row => $"c{row}")],
            [
                new("Age", [.. Enumerable.Range(0, 80).Select(row => 30 + (row / 2 % 3 * 0.1))], null),
                new("Gender", null, new CustomerDashboard.Core.Transactions.CodedColumn(codes, ["F", "M"])),
            ],
            [.. Enumerable.Range(2, 80)]);
        AttributeFeatureSet set = AttributeFeatures.Build(attributes, new AttributeFeatureOptions { IncludeCategories = true });

        SegmentationResult result = CustomerSegmentation.Run(
            set.Table,
            set.DefaultOptions with { Method = method, Distance = CustomerDistance.Gower, MaxClusters = 3, ChosenK = 2, Hierarchical = new HierarchicalSettings { Linkage = CustomerDashboard.Core.Learning.Clustering.Linkage.Average } },
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Null(result.Failure);
        Assert.All(Enumerable.Range(0, 80), row => Assert.Equal(result.Chosen.Labels[codes[row]], result.Chosen.Labels[row]));
        Assert.NotEqual(result.Chosen.Labels[0], result.Chosen.Labels[1]);
    }

    [Theory]
    [InlineData(SegmentationMethod.KMeans)]
    [InlineData(SegmentationMethod.MiniBatchKMeans)]
    [InlineData(SegmentationMethod.GaussianMixture)]
    [InlineData(SegmentationMethod.Hierarchical)]
    [InlineData(SegmentationMethod.KMedoids)]
    [InlineData(SegmentationMethod.Dbscan)]
    [InlineData(SegmentationMethod.Hdbscan)]
    public void Hard_data_give_words_and_no_exception(SegmentationMethod method)
    {
        double[][] hard =
        [
            [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
            [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2],
            [1, 2, 3],
            [1, double.NaN, 3, double.NaN, 5, 6, 7, 8, 9, 10, 11, 12, 13],
        ];
        foreach (double[] values in hard)
        {
            var table = new CustomerDashboard.Core.Features.CustomerFeatureTable(
                [.. values.Select((_, row) => $"c{row}")],
                [new("Points", "Points", "Points", "", "", "", null)],
                [values],
                DateTime.MinValue);
            SegmentationResult result = CustomerSegmentation.Run(
                table, new SegmentationOptions { Method = method, Features = ["Points"] }, cancellationToken: TestContext.Current.CancellationToken);
            Assert.True(result.HasSegments || result.Failure!.Length > 40, result.Failure);
            Assert.All(result.Solutions, solution => Assert.Equal(values.Length, solution.Segments.Sum(segment => segment.Size)));
        }
    }

    [Theory]
    [InlineData(SegmentationMethod.KMeans)]
    [InlineData(SegmentationMethod.Hierarchical)]
    [InlineData(SegmentationMethod.Hdbscan)]
    public void Customers_without_a_value_can_be_left_out_and_are_kept_together(SegmentationMethod method)
    {
        var table = OnlineRetail.ReadFeatures();
        SegmentationResult result = CustomerSegmentation.Run(
            table,
            new SegmentationOptions { Method = method, Features = ["MeanDaysBetweenPurchases", "Monetary"], MissingValues = MissingFeatureFill.LeaveOut, MaxClusters = 4, Starts = 2 },
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Null(result.Failure);
        SegmentSummary outside = result.Chosen.Noise!;
        int[] without = [.. Enumerable.Range(0, table.RowCount).Where(row => double.IsNaN(table["MeanDaysBetweenPurchases"][row]))];
        Assert.Equal(1493, without.Length);
        Assert.All(without, row => Assert.Equal(outside.Id, result.Chosen.Labels[row]));
        Assert.True(method == SegmentationMethod.Hdbscan ? outside.Size >= 1493 : outside.Size == 1493);
        Assert.Equal(table.RowCount, result.Chosen.Segments.Sum(segment => segment.Size));
        Assert.Contains(result.Notes, note => note.Contains("left out of the division", StringComparison.Ordinal));
        Assert.NotEmpty(MethodComparison.Run(table, result, cancellationToken: TestContext.Current.CancellationToken));
    }

    private static SegmentationResult Run(SegmentationOptions options) =>
        CustomerSegmentation.Run(OnlineRetail.ReadFeatures(), options, cancellationToken: TestContext.Current.CancellationToken);
}
