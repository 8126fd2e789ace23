using CustomerDashboard.Core.Learning.Neighbours;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Regression;

/// <summary>
/// Foretells the weighted mean of the targets of the k training rows nearest in straight-line distance. Bring the columns to one
/// scale first, or the widest decides alone. Of rows equally far the earlier training row is taken.
/// </summary>
/// <remarks>
/// Hastie, Tibshirani, Friedman, "The Elements of Statistical Learning", 2.3.2. Fitting builds a k-d tree in O(n log n d); asking
/// costs O(log n) a row where few dimensions matter, up to O(n d) where many do.
/// </remarks>
public sealed class KNearestNeighboursRegressor(KNearestNeighboursOptions options) : IRegressor
{
    /// <inheritdoc />
    public string Name => "Nearest neighbours";

    /// <summary>Keeps the rows and their targets.</summary>
    /// <param name="points">n rows, d columns.</param>
    /// <param name="targets">The number of each row.</param>
    /// <param name="options">How many neighbours to ask and how to weigh them; null for the defaults.</param>
    /// <param name="progress">Told when done.</param>
    /// <param name="cancellationToken">Stops while the tree is built.</param>
    /// <exception cref="ArgumentException">Fewer rows than neighbours, a missing or infinite value, or lengths that differ.</exception>
    public static KNearestNeighboursRegressorModel Fit(
        Matrix points,
        ReadOnlySpan<double> targets,
        KNearestNeighboursOptions? options,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new KNearestNeighboursOptions();
        options.Validate();
        RegressionData.RequireLearnable(points, targets);
        var index = new NeighbourIndex(points, options, cancellationToken);
        progress?.Report(new WorkProgress("Remembering customers", 1, points.Rows, "rows"));
        return new KNearestNeighboursRegressorModel(index, targets.ToArray());
    }

    IRegressorModel IRegressor.Fit(
        Matrix points, ReadOnlySpan<double> targets, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        Fit(points, targets, options, progress, cancellationToken);
}
