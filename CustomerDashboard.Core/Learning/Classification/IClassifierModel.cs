using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>A fitted yes/no classifier.</summary>
public interface IClassifierModel
{
    /// <summary>The number of columns it was fitted on.</summary>
    int FeatureCount { get; }

    /// <summary>The probability, 0 to 1, that each row of <paramref name="points"/> (m x d) is positive.</summary>
    /// <exception cref="ArgumentException">The number of columns differs, or a value is NaN or infinite.</exception>
    double[] PredictProbability(Matrix points);
}
