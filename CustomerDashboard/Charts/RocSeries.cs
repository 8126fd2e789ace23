namespace CustomerDashboard.Charts;

/// <summary>The curve of one model.</summary>
/// <param name="Name">The model.</param>
/// <param name="FalsePositiveRate">From 0 to 1, ascending.</param>
/// <param name="TruePositiveRate">One for each false positive rate.</param>
/// <param name="Auc">Area under the curve.</param>
public sealed record RocSeries(string Name, IReadOnlyList<double> FalsePositiveRate, IReadOnlyList<double> TruePositiveRate, double Auc);
