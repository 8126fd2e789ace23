namespace CustomerDashboard.Components.Charts;

/// <summary>What was pressed in a chart.</summary>
/// <param name="Trace">Index of the trace.</param>
/// <param name="Point">Index of the point in the trace.</param>
/// <param name="Row">Row of the caller's data, or -1.</param>
/// <param name="X">The point's x as the browser writes it.</param>
public sealed record ChartClick(int Trace, int Point, int Row, string X);
