namespace CustomerDashboard.Charts;

public enum HeatmapScale
{
    /// <summary>From little to much.</summary>
    Sequential,

    /// <summary>Below and above zero, with zero in the middle.</summary>
    Diverging,
}
