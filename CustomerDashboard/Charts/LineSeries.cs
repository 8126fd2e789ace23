namespace CustomerDashboard.Charts;

/// <summary>One line of a <see cref="LineFigure"/>.</summary>
/// <param name="Name">Its name, written at its end or in the legend.</param>
/// <param name="Y">One value for each x; a gap where not finite.</param>
/// <param name="Colour">A token; by order when null.</param>
/// <param name="Dashed">For baselines and references.</param>
public sealed record LineSeries(string Name, IReadOnlyList<double> Y, string? Colour = null, bool Dashed = false);
