namespace CustomerDashboard.Core.Learning.Explanation;

/// <summary>How a model's answer moves with one feature.</summary>
/// <param name="Feature">The column.</param>
/// <param name="Grid">The values tried, ascending.</param>
/// <param name="Mean">The mean answer at each value.</param>
/// <param name="Curves">The answers of some single rows, each along the grid.</param>
/// <param name="Shares">The share of rows whose own value is nearest to each value tried: where it is small, the curve rests on little.</param>
/// <param name="Rows">How many rows the means are over.</param>
public sealed record PartialDependenceCurve(int Feature, double[] Grid, double[] Mean, double[][] Curves, double[] Shares, int Rows);
