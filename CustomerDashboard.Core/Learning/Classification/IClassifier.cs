using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>A way of learning a yes/no question, with its options already chosen; what contract tests and comparisons run over.</summary>
public interface IClassifier
{
    /// <summary>What a page calls it ("Logistic regression").</summary>
    string Name { get; }

    /// <summary>Learns from <paramref name="points"/> (n x d) which rows are positive.</summary>
    /// <exception cref="ArgumentException">Nothing can be learned from these data; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    IClassifierModel Fit(
        Matrix points, ReadOnlySpan<bool> labels, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default);
}
