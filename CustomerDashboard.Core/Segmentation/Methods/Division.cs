using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Core.Segmentation.Methods;

/// <summary>One way to divide the customers as a method gave it, judged but not yet put into words.</summary>
internal sealed record Division
{
    /// <summary>The number of clusters, noise not counted.</summary>
    public int K => Sizes.Length;

    /// <summary>The cluster of each customer, -1 for noise.</summary>
    public required int[] Labels { get; init; }

    /// <summary>How many customers each cluster has.</summary>
    public required int[] Sizes { get; init; }

    /// <summary>Sum of squared distances to the mean of the own cluster, noise not counted.</summary>
    public required double Inertia { get; init; }

    /// <summary>Null when there are fewer than two clusters to compare.</summary>
    public SilhouetteScore? Silhouette { get; init; }

    public double CalinskiHarabasz { get; init; } = double.NaN;

    public double DaviesBouldin { get; init; } = double.NaN;

    public double? Bic { get; init; }

    public double? Aic { get; init; }

    /// <summary>The fitted model where new customers can be put into its clusters.</summary>
    public IPredictingClusterModel? Model { get; init; }

    /// <summary>Names that belong to the method, by cluster, such as the segments of RFM scoring.</summary>
    public IReadOnlyList<RfmGroup>? Groups { get; init; }

    /// <summary>What to be wary of in this division.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The same among all customers, those that were left out being noise.</summary>
    public Division Among(int customers, int[]? rows)
    {
        if (rows is null)
        {
            return this;
        }

        var labels = new int[customers];
        Array.Fill(labels, -1);
        for (int i = 0; i < rows.Length; i++)
        {
            labels[rows[i]] = Labels[i];
        }

        return this with { Labels = labels };
    }
}
