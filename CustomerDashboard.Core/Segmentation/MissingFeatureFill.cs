namespace CustomerDashboard.Core.Segmentation;

/// <summary>What stands in where a customer has no value for a feature.</summary>
public enum MissingFeatureFill
{
    /// <summary>0: there was nothing to measure, such as the days between purchases of someone who bought once.</summary>
    Zero,

    /// <summary>The median of the customers who have a value: the customer counts as typical in this feature.</summary>
    Median,

    /// <summary>Customers without a value are left out of the division and kept together as "In No Segment".</summary>
    LeaveOut,
}
