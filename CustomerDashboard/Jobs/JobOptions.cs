namespace CustomerDashboard.Jobs;

/// <summary>How much work the server does at once: section <c>CustomerDashboard:Jobs</c> of the configuration.</summary>
public sealed class JobOptions
{
    public const string Section = "CustomerDashboard:Jobs";

    /// <summary>Analyses that run at the same time. Each uses every core where it can, so more than two rarely help.</summary>
    public int Concurrency { get; set; } = 2;

    /// <summary>Analyses that may wait; the next one is refused with a message.</summary>
    public int MaximumWaiting { get; set; } = 100;
}
