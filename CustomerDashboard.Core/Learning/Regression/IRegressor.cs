using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Regression;

/// <summary>A way of learning a number, with its options already chosen; what contract tests and comparisons run over.</summary>
public interface IRegressor
{
    /// <summary>What a page calls it ("Linear regression").</summary>
    string Name { get; }

    /// <summary>Learns the target of each row of <paramref name="points"/> (n x d).</summary>
    /// <exception cref="ArgumentException">Nothing can be learned from these data; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    IRegressorModel Fit(
        Matrix points, ReadOnlySpan<double> targets, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default);
}
