using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.ModelSelection;

/// <summary>
/// A classifier whose probabilities are brought to hold what they say: a calibration is learned from what it foretells, fold by fold, for
/// rows it did not learn from, and applied to the classifier that learned from all rows.
/// </summary>
/// <remarks>A. Niculescu-Mizil, R. Caruana, "Predicting good probabilities with supervised learning", 2005. Costs folds + 1 fits.</remarks>
public sealed class CalibratedClassifier(IClassifier classifier, CalibrationMethod method, int folds = 5, int seed = 42) : IClassifier
{
    /// <inheritdoc />
    public string Name => classifier.Name;

    /// <inheritdoc cref="IClassifier.Fit" />
    public CalibratedModel Fit(
        Matrix points, ReadOnlySpan<bool> labels, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        LearningData.RequireRows(points, labels.Length, nameof(labels));
        ClassificationData.RequireBothAnswers(labels);
        IClassifierModel model = classifier.Fit(points, labels, null, cancellationToken);
        double[] outOfFold = CrossValidation
            .Run(classifier, points, labels, StratifiedKFold.Split(labels, folds, seed), null, progress, cancellationToken)
            .OutOfFold;
        return new CalibratedModel(model, ProbabilityCalibrator.Fit(method, outOfFold, labels));
    }

    IClassifierModel IClassifier.Fit(
        Matrix points, ReadOnlySpan<bool> labels, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        Fit(points, labels, progress, cancellationToken);
}
