namespace CustomerDashboard.Core.Learning.Neighbours;

/// <summary>How much each of the nearest neighbours has to say.</summary>
public enum NeighbourWeighting
{
    /// <summary>All the same.</summary>
    Uniform,

    /// <summary>In inverse proportion to the distance; where some are at distance 0, only they speak.</summary>
    Distance,
}
