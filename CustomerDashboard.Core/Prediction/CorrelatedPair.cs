namespace CustomerDashboard.Core.Prediction;

/// <summary>Two model inputs that move together, so that a linear model divides one effect between them.</summary>
/// <param name="First">The name of the one to show.</param>
/// <param name="Second">The name of the other.</param>
/// <param name="Correlation">Pearson's r of the two, log-scaled as the model sees them; from -1 to 1.</param>
public sealed record CorrelatedPair(string First, string Second, double Correlation);
