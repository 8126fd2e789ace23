namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Points grouped into clusters.</summary>
public interface IClusterModel
{
    /// <summary>The cluster of each point: 0 to the number of clusters - 1, the largest first, or -1 for noise.</summary>
    int[] Labels { get; }

    /// <summary>How many points each cluster has; noise is not counted.</summary>
    int[] Sizes { get; }
}
