using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>
/// A way of evening out classes before learning. It belongs to the training rows of a fold alone: rows made before a split let a
/// model meet its test rows' twins, and probabilities learned on evened classes need calibrating before they are read as shares.
/// </summary>
public interface IResampler
{
    /// <summary>What a page calls it ("SMOTE").</summary>
    string Name { get; }

    /// <summary>The evened rows.</summary>
    /// <param name="points">n rows, d columns.</param>
    /// <param name="labels">The class of each row.</param>
    /// <param name="classCount">How many classes there are; those without rows stay without.</param>
    /// <param name="cancellationToken">Stops between classes.</param>
    /// <exception cref="ArgumentException">The rows cannot be evened; the message says why.</exception>
    ResampledRows Resample(Matrix points, ReadOnlySpan<int> labels, int classCount, CancellationToken cancellationToken = default);
}
