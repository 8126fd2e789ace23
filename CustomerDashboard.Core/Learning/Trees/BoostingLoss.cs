namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>What boosted regression trees minimise.</summary>
public enum BoostingLoss
{
    /// <summary>Half the squared difference; forecasts the mean.</summary>
    SquaredError,

    /// <summary>
    /// The deviance of Tweedie's distribution with a log link, for amounts that are often 0 and otherwise skewed, such as spend;
    /// forecasts the mean and is never negative.
    /// </summary>
    Tweedie,
}
