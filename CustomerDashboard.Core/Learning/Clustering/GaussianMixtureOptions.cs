namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Options of <see cref="GaussianMixture"/>.</summary>
public sealed record GaussianMixtureOptions
{
    /// <summary>How many components the mixture has.</summary>
    public int Components { get; init; } = 4;

    /// <summary>What shapes the components may take.</summary>
    public CovarianceKind Covariance { get; init; } = CovarianceKind.Full;

    /// <summary>How many times to begin from freshly drawn centres; the best end wins, one without a collapsed component before any with.</summary>
    public int Starts { get; init; } = 10;

    /// <summary>The most rounds of expectation and maximisation in one start.</summary>
    public int MaxIterations { get; init; } = 500;

    /// <summary>A start ends when the log-likelihood per point changes by less than this in a round.</summary>
    public double Tolerance { get; init; } = 1e-5;

    /// <summary>
    /// Added to every variance, in squared units of the points, so that no component becomes infinitely narrow. Meant for standardised
    /// columns; where points are tied in a column, the model suggests what would bridge the gaps between the tied values.
    /// </summary>
    public double Regularisation { get; init; } = 1e-6;

    /// <summary>The seed of the random starts.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>The most threads to use, null for one per processor. The result does not depend on it.</summary>
    public int? DegreeOfParallelism { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public void Validate()
    {
        RequireAtLeastOne(Components, nameof(Components));
        RequireAtLeastOne(Starts, nameof(Starts));
        RequireAtLeastOne(MaxIterations, nameof(MaxIterations));
        RequireAtLeastOne(DegreeOfParallelism ?? 1, nameof(DegreeOfParallelism));
        RequireNotNegative(Tolerance, nameof(Tolerance));
        RequireNotNegative(Regularisation, nameof(Regularisation));
        if (!Enum.IsDefined(Covariance))
        {
            throw new ArgumentOutOfRangeException(nameof(Covariance), Covariance, "The covariance must be Full, Tied, Diagonal or Spherical.");
        }
    }

    private static void RequireAtLeastOne(int value, string name)
    {
        if (value < 1)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least 1.");
        }
    }

    private static void RequireNotNegative(double value, string name)
    {
        if (!(value >= 0) || double.IsInfinity(value))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be a number of at least 0.");
        }
    }
}
