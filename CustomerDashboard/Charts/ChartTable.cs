namespace CustomerDashboard.Charts;

/// <summary>The figures of a chart as text, ready to be shown.</summary>
public sealed record ChartTable(IReadOnlyList<ChartColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
