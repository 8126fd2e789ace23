namespace CustomerDashboard.Core.Recommendations.Evaluation;

/// <summary>Which products count.</summary>
public enum CandidateScope
{
    /// <summary>Only products the customer had not bought before.</summary>
    NewProducts,

    /// <summary>All products, those bought before too.</summary>
    AllProducts,
}
