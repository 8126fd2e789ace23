namespace CustomerDashboard.Core.Recommendations.Models;

/// <summary>How the hybrid blends the other recommenders.</summary>
/// <param name="Weights">One weight for each <see cref="HybridSignal"/>; below 0 where a signal speaks against a product, given the others.</param>
/// <param name="Shares">The share of each signal in what tells candidates apart: |weight| x the spread of the signal, adding up to 1.</param>
/// <param name="Customers">The customers they were learned from; 0 when the data were too few and all count alike.</param>
public sealed record HybridWeights(IReadOnlyList<double> Weights, IReadOnlyList<double> Shares, int Customers)
{
    /// <summary>The number of signals.</summary>
    internal const int Signals = 8;

    /// <summary>Without a period to learn from, all count alike.</summary>
    public static HybridWeights Equal { get; } = new([.. Enumerable.Repeat(0.3, Signals)], [.. Enumerable.Repeat(1.0 / Signals, Signals)], 0);

    public double this[HybridSignal signal] => Weights[(int)signal];
}
