using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>A way of changing columns that may have to learn something from the training rows first.</summary>
public interface IPreprocessingStep
{
    /// <summary>What a page calls it ("Fill gaps").</summary>
    string Name { get; }

    /// <summary>Learns from the training rows.</summary>
    /// <exception cref="ArgumentException">Nothing can be learned from these values; the message says why.</exception>
    IPreprocessingModel Fit(Matrix points, CancellationToken cancellationToken = default);
}
