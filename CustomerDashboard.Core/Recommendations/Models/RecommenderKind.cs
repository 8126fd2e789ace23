namespace CustomerDashboard.Core.Recommendations.Models;

/// <summary>The ways to recommend.</summary>
public enum RecommenderKind
{
    /// <summary>What most customers buy; the same for everyone, and what every other way has to beat.</summary>
    Popularity,

    /// <summary>What the customer bought before.</summary>
    RepeatPurchases,

    /// <summary>Products bought by the same customers as those this one bought.</summary>
    ItemNeighbours,

    /// <summary>The customer x product matrix reduced to its leading dimensions.</summary>
    TruncatedSvd,

    /// <summary>Factors of customers and products from implicit feedback.</summary>
    ImplicitAls,

    /// <summary>Products bought in the same baskets as those this customer bought.</summary>
    BasketRules,

    /// <summary>What sells now: purchases of the last weeks count most.</summary>
    Trending,

    /// <summary>All of them together, with weights learned on an earlier period.</summary>
    Hybrid,
}
