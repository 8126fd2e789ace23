namespace CustomerDashboard.Charts;

/// <summary>One line of a <see cref="RollingOriginFigure"/>; limits may be NaN.</summary>
public sealed record RollingSeries(string Name, IReadOnlyList<double> Values, IReadOnlyList<double>? Lower = null, IReadOnlyList<double>? Upper = null, bool IsBaseline = false);
