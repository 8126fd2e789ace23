namespace CustomerDashboard.Charts;

/// <summary>What a chart of curves says along its axes and beside a point.</summary>
/// <param name="X">The title of the x axis.</param>
/// <param name="Y">The title of the y axis.</param>
/// <param name="XShort">What x is on hover.</param>
/// <param name="YShort">What y is on hover.</param>
/// <param name="Measure">The figure that sums a curve up: "AUC".</param>
/// <param name="YFormat">The d3 format of y.</param>
public sealed record ModelCurveWords(string X, string Y, string XShort, string YShort, string Measure, string YFormat = ".0%");
