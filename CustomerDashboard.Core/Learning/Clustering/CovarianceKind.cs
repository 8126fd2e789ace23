namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>What shapes the components of a mixture may take.</summary>
public enum CovarianceKind
{
    /// <summary>Each component its own ellipsoid, turned any way: d(d+1)/2 numbers per component.</summary>
    Full,

    /// <summary>One ellipsoid shared by all: d(d+1)/2 numbers.</summary>
    Tied,

    /// <summary>Each component its own ellipsoid along the axes: d numbers per component.</summary>
    Diagonal,

    /// <summary>Each component its own ball: one number per component.</summary>
    Spherical,
}
