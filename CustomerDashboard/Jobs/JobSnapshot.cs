using CustomerDashboard.Core.Analysis;

namespace CustomerDashboard.Jobs;

/// <summary>What can be said of a job at one moment; immutable, so any thread may read it.</summary>
public sealed record JobSnapshot
{
    public required string Id { get; init; }

    /// <summary>The workspace the job belongs to.</summary>
    public required string Owner { get; init; }

    public required JobState State { get; init; }

    public AnalysisStage Stage { get; init; }

    /// <summary>What is being done, in words ("Reading rows").</summary>
    public string Activity { get; init; } = string.Empty;

    /// <summary>Share of the whole job done, 0 to 1.</summary>
    public double Fraction { get; init; }

    /// <summary>How many units of the present activity are done (rows, fits).</summary>
    public long Done { get; init; }

    public string Unit { get; init; } = string.Empty;

    /// <summary>How long it ran; zero while it waits.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>About how long it will still take, once that can be guessed.</summary>
    public TimeSpan? Remaining { get; init; }

    /// <summary>Why it failed, in words a person can act on; null otherwise.</summary>
    public string? Message { get; init; }

    public bool IsActive => State is JobState.Queued or JobState.Running;
}
