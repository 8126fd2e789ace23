using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>A way of learning which of several classes a row belongs to, with its options already chosen.</summary>
public interface IMulticlassClassifier
{
    /// <summary>What a page calls it ("Logistic regression").</summary>
    string Name { get; }

    /// <summary>Learns from <paramref name="points"/> (n x d) the class of each row.</summary>
    /// <param name="points">n rows, d columns.</param>
    /// <param name="labels">The class of each row, 0 to <paramref name="classCount"/> - 1; a class may have no row here.</param>
    /// <param name="classCount">How many classes there are, at least 2.</param>
    /// <param name="progress">Told how far the fit is.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <exception cref="ArgumentException">Nothing can be learned from these data; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    IMulticlassClassifierModel Fit(
        Matrix points,
        ReadOnlySpan<int> labels,
        int classCount,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default);
}
