namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>How columns of different units are brought to a common scale.</summary>
public enum ScalingMethod
{
    /// <summary>Leave the columns as they are.</summary>
    None,

    /// <summary>Subtract the mean, divide by the standard deviation.</summary>
    Standard,

    /// <summary>Subtract the median, divide by the interquartile range; outliers weigh less.</summary>
    Robust,

    /// <summary>Map the smallest value to 0 and the largest to 1.</summary>
    MinMax,
}
