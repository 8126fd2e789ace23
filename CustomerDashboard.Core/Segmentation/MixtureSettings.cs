using CustomerDashboard.Core.Learning.Clustering;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>Settings of Gaussian mixtures.</summary>
public sealed record MixtureSettings
{
    /// <summary>The shapes segments may take.</summary>
    public CovarianceKind Covariance { get; init; } = CovarianceKind.Full;

    /// <summary>Added to every variance so that none becomes zero, in squared scaled units; more of it is the remedy when a segment collapses onto tied values.</summary>
    public double Regularisation { get; init; } = 1e-6;

    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    public void Validate()
    {
        if (!Enum.IsDefined(Covariance))
        {
            throw new ArgumentOutOfRangeException(nameof(Covariance), Covariance, "This kind of covariance is unknown.");
        }

        if (!(Regularisation >= 0) || Regularisation > 1)
        {
            throw new ArgumentOutOfRangeException(nameof(Regularisation), Regularisation, "The regularisation must be from 0 to 1.");
        }
    }
}
