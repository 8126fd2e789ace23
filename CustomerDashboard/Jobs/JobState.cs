namespace CustomerDashboard.Jobs;

/// <summary>Where a job is in its life.</summary>
public enum JobState
{
    /// <summary>Waits for others to finish.</summary>
    Queued,
    Running,
    Done,
    Failed,
    Cancelled,
}
