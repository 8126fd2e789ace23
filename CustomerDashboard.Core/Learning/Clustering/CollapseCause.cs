namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Why a component of a mixture has no spread in some direction.</summary>
public enum CollapseCause
{
    /// <summary>All its points have the same value in a column.</summary>
    TiedColumn,

    /// <summary>It has so few different points that they span no volume.</summary>
    TooFewPoints,

    /// <summary>Columns depend on each other in it: its points lie on a line or a plane.</summary>
    DependentColumns,
}
