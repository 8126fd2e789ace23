namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>How a model of buying is fitted.</summary>
public sealed record PurchaseModelOptions
{
    /// <summary>The most steps of the search from each starting point.</summary>
    public int MaxIterations { get; init; } = 500;

    /// <summary>The search ends where no derivative of the mean log-likelihood by the log of a parameter is larger.</summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>Where to start, one value for each parameter of the model in its own order; null: the model's own starting points, which are tried too where this one leads nowhere.</summary>
    public IReadOnlyList<double>? Start { get; init; }

    /// <summary>Threads to use; null for one per processor. The result does not depend on it.</summary>
    public int? DegreeOfParallelism { get; init; }

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxIterations, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Tolerance);
        if (Start?.Any(value => !(value > 0) || double.IsInfinity(value)) == true)
        {
            throw new ArgumentOutOfRangeException(nameof(Start), "Every starting value must be a positive number.");
        }
    }
}
