namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>There are fewer different points than clusters were asked for.</summary>
public sealed class TooFewPointsException : ArgumentException
{
    /// <summary>Creates the exception with the counts its message names.</summary>
    public TooFewPointsException(int clusterCount, int points, int distinctPoints)
        : base(Describe(clusterCount, points, distinctPoints))
    {
        ClusterCount = clusterCount;
        DistinctPoints = distinctPoints;
    }

    public TooFewPointsException()
    {
    }

    public TooFewPointsException(string message)
        : base(message)
    {
    }

    public TooFewPointsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>How many clusters were asked for.</summary>
    public int ClusterCount { get; }

    /// <summary>How many different points there are.</summary>
    public int DistinctPoints { get; }

    internal static string Describe(int clusterCount, int points, int distinctPoints) =>
        distinctPoints == points
            ? $"{clusterCount} segments need at least {clusterCount} points, and there are only {points}."
            : $"{clusterCount} segments need at least {clusterCount} different points, and of the {points} points only {distinctPoints} differ from each other.";
}
