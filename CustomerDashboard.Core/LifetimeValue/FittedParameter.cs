namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>One parameter found by maximum likelihood.</summary>
/// <param name="Name">Its name in the paper.</param>
/// <param name="Value">The estimate.</param>
/// <param name="StandardError">From the curvature of the likelihood; NaN where the likelihood is too flat to tell.</param>
public sealed record FittedParameter(string Name, double Value, double StandardError);
