using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction;

/// <summary>
/// Logistic regression over some columns after log(1 + x) and standardising; the scaling is learned from the training rows
/// only, as part of the model.
/// </summary>
internal sealed class LogScaledClassifier(LogisticRegressionOptions options, int[] columns) : IClassifier
{
    public string Name => "Logistic regression";

    public LogScaledClassifierModel Fit(Matrix points, ReadOnlySpan<bool> labels, CancellationToken cancellationToken)
    {
        Matrix logs = LogTransform.Transform(points.SelectColumns(columns));
        ScalerModel scaler = StandardScaler.Fit(logs);
        LogisticRegressionModel model =
            LogisticRegression.Fit(scaler.Transform(logs), labels, options, null, cancellationToken);
        return new LogScaledClassifierModel(points.Columns, columns, scaler, model);
    }

    IClassifierModel IClassifier.Fit(
        Matrix points, ReadOnlySpan<bool> labels, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        Fit(points, labels, cancellationToken);
}
