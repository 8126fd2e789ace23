using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Clusters that new points can be put into.</summary>
public interface IPredictingClusterModel : IClusterModel
{
    /// <summary>The cluster of each new point (m x d); for the points of the fit, the same as their labels.</summary>
    /// <exception cref="ArgumentException">The number of columns differs, or a value is NaN or infinite.</exception>
    int[] Predict(Matrix points);
}
