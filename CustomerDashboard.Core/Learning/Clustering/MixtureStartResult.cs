namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Where one start of a mixture ended.</summary>
/// <param name="Parameters">The mixture.</param>
/// <param name="LogLikelihood">Of all points.</param>
/// <param name="Iterations">Rounds taken.</param>
/// <param name="Converged">Whether it ended by itself and not by the limit of rounds.</param>
/// <param name="IsNarrow">Whether a component is suspiciously narrow.</param>
internal sealed record MixtureStartResult(MixtureParameters Parameters, double LogLikelihood, int Iterations, bool Converged, bool IsNarrow)
{
    /// <summary>Whether this end is to be preferred: one without a narrow component comes first, then the likelihood decides.</summary>
    public bool IsBetterThan(MixtureStartResult? other) =>
        other is null || (IsNarrow == other.IsNarrow ? LogLikelihood > other.LogLikelihood : other.IsNarrow);
}
