using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Regression;

/// <summary>A fitted regression.</summary>
public interface IRegressorModel
{
    /// <summary>The number of columns it was fitted on.</summary>
    int FeatureCount { get; }

    /// <summary>The expected target of each row of <paramref name="points"/> (m x d).</summary>
    /// <exception cref="ArgumentException">The number of columns differs, or a value is NaN or infinite.</exception>
    double[] Predict(Matrix points);
}
