namespace CustomerDashboard.Charts;

/// <summary>The curve of one model among those of others.</summary>
/// <param name="Name">The model.</param>
/// <param name="X">Ascending, from 0 to 1.</param>
/// <param name="Y">One for each x.</param>
/// <param name="Measure">The figure that sums the curve up: an area, a lift.</param>
/// <param name="IsBaseline">Drawn behind the others, in grey.</param>
/// <param name="IsLeading">Drawn above the others, wider.</param>
public sealed record ModelCurve(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y, double Measure, bool IsBaseline = false, bool IsLeading = false);
