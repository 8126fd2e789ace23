namespace CustomerDashboard.Charts;

/// <summary>One feature of a <see cref="BeeswarmFigure"/>.</summary>
/// <param name="Name">The feature.</param>
/// <param name="Parts">What it adds to the forecast of each customer.</param>
/// <param name="Levels">Where the customer's own value lies among all, from 0 (lowest) to 1; NaN where it is missing.</param>
/// <param name="Values">The value itself, as it is read.</param>
public sealed record BeeswarmFeature(string Name, IReadOnlyList<double> Parts, IReadOnlyList<double> Levels, IReadOnlyList<string> Values);
