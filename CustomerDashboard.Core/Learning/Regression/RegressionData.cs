using System.Numerics.Tensors;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Regression;

/// <summary>The checks every regressor makes of its input, in the same words.</summary>
internal static class RegressionData
{
    /// <summary>Throws unless there are rows, finite values and one finite target per row.</summary>
    public static void RequireLearnable(Matrix points, ReadOnlySpan<double> targets)
    {
        LearningData.RequireLearnable(points, targets.Length, nameof(targets));
        RequireTargets(targets);
    }

    /// <summary>Throws unless every target is finite.</summary>
    public static void RequireTargets(ReadOnlySpan<double> targets)
    {
        if (!TensorPrimitives.IsFiniteAll(targets))
        {
            throw new ArgumentException("A target is missing (NaN) or infinite; remove its row first.", nameof(targets));
        }
    }

    public static void RequirePredictable(Matrix points, int featureCount) => LearningData.RequirePredictable(points, featureCount);
}
