namespace CustomerDashboard.Core.Segmentation;

/// <summary>How the unlikeness of two customers is measured by the methods that compare customers in pairs.</summary>
public enum CustomerDistance
{
    /// <summary>The straight line between their prepared features.</summary>
    Euclidean,

    /// <summary>The mean over the features of range-scaled differences and unequal categories (Gower 1971).</summary>
    Gower,
}
