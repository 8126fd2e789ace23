using CustomerDashboard.Core.Learning.Clustering;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>Settings of hierarchical segments.</summary>
public sealed record HierarchicalSettings
{
    /// <summary>How the distance between two groups is measured.</summary>
    public Linkage Linkage { get; init; } = Linkage.Ward;

    /// <exception cref="ArgumentOutOfRangeException">The linkage is unknown.</exception>
    public void Validate()
    {
        if (!Enum.IsDefined(Linkage))
        {
            throw new ArgumentOutOfRangeException(nameof(Linkage), Linkage, "This linkage is unknown.");
        }
    }
}
