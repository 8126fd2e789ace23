namespace CustomerDashboard.Core.Recommendations.Models;

/// <summary>What the hybrid looks at for each candidate.</summary>
public enum HybridSignal
{
    Popularity,
    Trending,
    ItemNeighbours,
    BasketRules,
    TruncatedSvd,
    ImplicitAls,

    /// <summary>How often the customer bought the product.</summary>
    BoughtBefore,

    /// <summary>Whether that was lately.</summary>
    BoughtLately,
}
