using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Regression;

/// <summary>A regression that can be told how much each row counts.</summary>
public interface IWeightedRegressor : IRegressor
{
    /// <summary>Learns from <paramref name="points"/> (n x d); a row of weight 2 counts as two such rows, a row of weight 0 as none.</summary>
    /// <param name="points">n rows, d columns.</param>
    /// <param name="targets">The number to learn for each row.</param>
    /// <param name="weights">One weight of 0 or more for each row; empty for all alike.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">Nothing can be learned from these data; the message says why.</exception>
    IRegressorModel Fit(
        Matrix points,
        ReadOnlySpan<double> targets,
        ReadOnlySpan<double> weights,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default);
}
