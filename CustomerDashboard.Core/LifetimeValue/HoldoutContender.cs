namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>One way to foretell purchases, judged on days it did not know.</summary>
/// <param name="Name">BG/NBD, Pareto/NBD, Boosted trees or Run-rate.</param>
/// <param name="MeanAbsoluteError">Purchases, per customer.</param>
/// <param name="RootMeanSquaredError">Purchases, per customer.</param>
/// <param name="Total">Purchases expected of all customers together.</param>
/// <param name="RankCorrelation">Spearman's, between expected and actual.</param>
/// <param name="FitSeconds">The time to learn.</param>
/// <param name="Expected">For each customer of the race.</param>
public sealed record HoldoutContender(
    string Name, double MeanAbsoluteError, double RootMeanSquaredError, double Total, double RankCorrelation, double FitSeconds, double[] Expected);
