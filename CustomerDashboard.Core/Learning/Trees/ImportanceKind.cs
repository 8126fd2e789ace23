namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>What a feature of boosted trees is credited with.</summary>
public enum ImportanceKind
{
    /// <summary>What its splits lowered the loss by, all together.</summary>
    Gain,

    /// <summary>The second derivatives (for squared error: the rows) its splits divided, all together.</summary>
    Cover,

    /// <summary>How many splits ask about it.</summary>
    Weight,
}
