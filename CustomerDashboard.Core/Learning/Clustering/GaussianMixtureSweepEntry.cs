namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>One number of components of a sweep.</summary>
/// <param name="Components">The number.</param>
/// <param name="Model">The mixture.</param>
public sealed record GaussianMixtureSweepEntry(int Components, GaussianMixtureModel Model)
{
    /// <summary>Whether the criteria can be compared with those of other numbers: no component has collapsed.</summary>
    public bool IsComparable => Model.CollapsedComponents.Count == 0;
}
