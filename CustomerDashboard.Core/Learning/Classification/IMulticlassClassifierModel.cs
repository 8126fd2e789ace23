using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>A fitted classifier of several classes.</summary>
public interface IMulticlassClassifierModel
{
    /// <summary>The number of columns it was fitted on.</summary>
    int FeatureCount { get; }

    /// <summary>How many classes there are.</summary>
    int ClassCount { get; }

    /// <summary>The probability of each class for each row of <paramref name="points"/> (m x d).</summary>
    /// <returns>m rows, one column per class; every row sums to 1.</returns>
    /// <exception cref="ArgumentException">The number of columns differs, or a value is NaN or infinite.</exception>
    Matrix PredictProbabilities(Matrix points);
}
