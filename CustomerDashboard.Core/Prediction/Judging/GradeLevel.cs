namespace CustomerDashboard.Core.Prediction.Judging;

/// <summary>How a model stands against its honest baseline.</summary>
public enum GradeLevel
{
    /// <summary>Worse, beyond chance.</summary>
    Worse,

    /// <summary>The difference may be chance.</summary>
    NoBetter,

    /// <summary>Better beyond chance, but by little.</summary>
    SlightlyBetter,

    /// <summary>Better beyond chance, and by enough to matter.</summary>
    Better,
}
