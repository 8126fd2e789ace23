namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>How one cluster fared over the resamples.</summary>
/// <param name="Label">The cluster.</param>
/// <param name="Size">How many points it has.</param>
/// <param name="MeanJaccard">The mean similarity of its drawn points to the most similar cluster found in each resample.</param>
/// <param name="Dissolved">In how many resamples that similarity was below 0.5.</param>
/// <param name="Recovered">In how many it was above 0.75.</param>
/// <param name="Similarities">The similarity in each resample.</param>
public sealed record ClusterStabilityEntry(int Label, int Size, double MeanJaccard, int Dissolved, int Recovered, double[] Similarities)
{
    /// <summary>What the mean says.</summary>
    public StabilityVerdict Verdict => MeanJaccard switch
    {
        >= 0.85 => StabilityVerdict.HighlyStable,
        >= 0.75 => StabilityVerdict.Stable,
        >= 0.6 => StabilityVerdict.Doubtful,
        _ => StabilityVerdict.Unstable,
    };
}
