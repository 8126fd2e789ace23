namespace CustomerDashboard.Core.Numerics;

/// <summary>How far a long computation is: what it is doing, the share done, and the count behind the share.</summary>
/// <param name="Activity">What is being done, in words a marketing manager reads ("Reading rows", "Finding groups").</param>
/// <param name="Fraction">Share done from 0 to 1, or NaN when it cannot be known.</param>
/// <param name="Done">How many units are done (rows, fits).</param>
/// <param name="Unit">What is counted ("rows", "fits").</param>
public readonly record struct WorkProgress(string Activity, double Fraction, long Done = 0, string Unit = "");
