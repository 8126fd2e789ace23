using System.Globalization;
using System.Numerics.Tensors;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Regression;

/// <summary>The checks every regressor makes of its input, in the same words.</summary>
internal static class RegressionData
{
    public static void RequireLearnable(Matrix points, ReadOnlySpan<double> targets)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Rows != targets.Length)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {points.Rows} rows but {targets.Length} targets."), nameof(targets));
        }

        if (points.Rows == 0)
        {
            throw new ArgumentException("There is no row to learn from.", nameof(points));
        }

        MatrixGuard.RequireFinite(points, null, nameof(points));
        if (!TensorPrimitives.IsFiniteAll(targets))
        {
            throw new ArgumentException("A target is missing (NaN) or infinite; remove its row first.", nameof(targets));
        }
    }

    public static void RequirePredictable(Matrix points, int featureCount)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Columns != featureCount)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture, $"The model was fitted on {featureCount} columns, the values have {points.Columns}."),
                nameof(points));
        }

        MatrixGuard.RequireFinite(points, null, nameof(points));
    }
}
