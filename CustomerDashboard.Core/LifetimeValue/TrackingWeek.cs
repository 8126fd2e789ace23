namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>Repeat purchases of one week.</summary>
/// <param name="LastDay">The last day of the seven.</param>
/// <param name="IsHeldOut">True when no model knew any of its days.</param>
/// <param name="Actual">Days with a repeat purchase.</param>
/// <param name="BgNbd">Expected by the BG/NBD model.</param>
/// <param name="ParetoNbd">Expected by the Pareto/NBD model.</param>
public sealed record TrackingWeek(DateOnly LastDay, bool IsHeldOut, double Actual, double BgNbd, double ParetoNbd);
