namespace CustomerDashboard.Core.Prediction.Guard;

/// <summary>One way of touching the lines after the cut-off, and what moved.</summary>
/// <param name="Way">What was done, in words.</param>
/// <param name="Moved">The features that moved; empty where all is well.</param>
/// <param name="CustomersChanged">Customers who appeared or vanished among those known at the cut-off.</param>
public sealed record Perturbation(string Way, IReadOnlyList<MovedFeature> Moved, int CustomersChanged)
{
    public bool Passed => Moved.Count == 0 && CustomersChanged == 0;
}
