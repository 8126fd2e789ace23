namespace CustomerDashboard.Charts;

/// <summary>A column of a <see cref="ChartTable"/>.</summary>
/// <param name="Title">Its name, with the unit.</param>
/// <param name="Numeric">Whether it is aligned as figures are.</param>
public sealed record ChartColumn(string Title, bool Numeric = true);
