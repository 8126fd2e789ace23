namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>What a mean Jaccard similarity over resamples says of a cluster, by the bounds that C. Hennig gives in the package fpc.</summary>
public enum StabilityVerdict
{
    /// <summary>Below 0.6: do not trust it.</summary>
    Unstable,

    /// <summary>0.6 to 0.75: there is a pattern, but which points belong to it is doubtful.</summary>
    Doubtful,

    /// <summary>0.75 to 0.85: a valid, stable cluster.</summary>
    Stable,

    /// <summary>0.85 and more.</summary>
    HighlyStable,
}
