namespace CustomerDashboard.Core.Recommendations.Evaluation;

/// <summary>Customers by how much was known of them when they were recommended to.</summary>
public enum CustomerKind
{
    Everyone,

    /// <summary>One order before the cut-off.</summary>
    OneTimeBuyers,

    /// <summary>Two orders or more before the cut-off.</summary>
    Regulars,
}
