namespace CustomerDashboard.Core.Prediction;

/// <summary>ROC-AUC over the folds of a stratified cross-validation.</summary>
/// <param name="Mean">Mean over folds.</param>
/// <param name="StandardDeviation">Standard deviation over folds (divisor: folds).</param>
/// <param name="Folds">AUC of each fold.</param>
public sealed record CrossValidatedAuc(double Mean, double StandardDeviation, IReadOnlyList<double> Folds);
