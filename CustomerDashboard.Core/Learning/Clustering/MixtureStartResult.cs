namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Where one start of a mixture ended.</summary>
/// <param name="Parameters">The mixture.</param>
/// <param name="LogLikelihood">Of all points.</param>
/// <param name="Iterations">Rounds taken.</param>
/// <param name="Converged">Whether it ended by itself and not by the limit of rounds.</param>
/// <param name="Collapsed">How many components have collapsed.</param>
internal sealed record MixtureStartResult(MixtureParameters Parameters, double LogLikelihood, int Iterations, bool Converged, int Collapsed)
{
    /// <summary>Whether this end is to be preferred: nothing collapsed comes first, then the likelihood.</summary>
    public bool IsBetterThan(MixtureStartResult? other) =>
        other is null || ((Collapsed == 0) != (other.Collapsed == 0) ? Collapsed == 0 : LogLikelihood > other.LogLikelihood);
}
