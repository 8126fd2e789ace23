namespace CustomerDashboard.Core.Analysis;

/// <summary>What became of one stage.</summary>
public enum StageState
{
    /// <summary>Its result is there.</summary>
    Ready,

    /// <summary>The data do not allow it, or a stage before it has no result; the message says which and why.</summary>
    Unavailable,

    /// <summary>It went wrong; the message says how.</summary>
    Failed,
}
