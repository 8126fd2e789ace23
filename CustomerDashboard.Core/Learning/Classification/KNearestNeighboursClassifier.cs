using CustomerDashboard.Core.Learning.Neighbours;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>
/// Classifies a row by the classes of the k training rows nearest to it in straight-line distance; a class's probability is its
/// share of the neighbours' weights. Bring the columns to one scale first, or the widest decides alone. Of rows equally far the
/// earlier training row is taken.
/// </summary>
/// <remarks>
/// T. Cover, P. Hart, "Nearest neighbor pattern classification", 1967. Fitting builds a k-d tree in O(n log n d); asking costs
/// O(log n) a row where few dimensions matter, up to O(n d) where many do.
/// </remarks>
public sealed class KNearestNeighboursClassifier(KNearestNeighboursOptions options) : IClassifier, IMulticlassClassifier
{
    /// <inheritdoc cref="IClassifier.Name" />
    public string Name => "Nearest neighbours";

    /// <summary>Keeps the rows of a yes/no question.</summary>
    /// <param name="points">n rows, d columns.</param>
    /// <param name="labels">The answer of each row.</param>
    /// <param name="options">How many neighbours to ask and how to weigh them; null for the defaults.</param>
    /// <param name="progress">Told when done.</param>
    /// <param name="cancellationToken">Stops while the tree is built.</param>
    /// <exception cref="ArgumentException">
    /// Fewer rows than neighbours, one class only, a missing or infinite value, or lengths that differ.
    /// </exception>
    public static KNearestNeighboursClassifierModel Fit(
        Matrix points,
        ReadOnlySpan<bool> labels,
        KNearestNeighboursOptions? options,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ClassificationData.RequireLearnable(points, labels);
        return Fit(points, ClassificationData.ToClasses(labels), 2, options, progress, cancellationToken);
    }

    /// <summary>Keeps the rows of a question with several classes.</summary>
    /// <param name="points">n rows, d columns.</param>
    /// <param name="labels">The class of each row.</param>
    /// <param name="classCount">How many classes there are.</param>
    /// <param name="options">How many neighbours to ask and how to weigh them; null for the defaults.</param>
    /// <param name="progress">Told when done.</param>
    /// <param name="cancellationToken">Stops while the tree is built.</param>
    /// <exception cref="ArgumentException">
    /// Fewer rows than neighbours, one class only, a missing or infinite value, or lengths that differ.
    /// </exception>
    public static KNearestNeighboursClassifierModel Fit(
        Matrix points,
        ReadOnlySpan<int> labels,
        int classCount,
        KNearestNeighboursOptions? options,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new KNearestNeighboursOptions();
        options.Validate();
        ClassificationData.RequireLearnable(points, labels, classCount);
        var index = new NeighbourIndex(points, options, cancellationToken);
        progress?.Report(new WorkProgress("Remembering customers", 1, points.Rows, "rows"));
        return new KNearestNeighboursClassifierModel(index, labels.ToArray(), classCount);
    }

    IClassifierModel IClassifier.Fit(
        Matrix points, ReadOnlySpan<bool> labels, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        Fit(points, labels, options, progress, cancellationToken);

    IMulticlassClassifierModel IMulticlassClassifier.Fit(
        Matrix points, ReadOnlySpan<int> labels, int classCount, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        Fit(points, labels, classCount, options, progress, cancellationToken);
}
