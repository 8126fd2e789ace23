using CustomerDashboard.Core.Prediction.Models;

namespace CustomerDashboard.Core.Prediction.Searching;

/// <summary>One setting that was tried.</summary>
/// <param name="Number">1 for the first; the order in which they were drawn.</param>
/// <param name="Model">The model.</param>
/// <param name="ModelName">Its name.</param>
/// <param name="Settings">What was tried.</param>
/// <param name="SettingsInWords">The same in words.</param>
/// <param name="IsDefault">Whether these are the settings the model has now.</param>
/// <param name="Score">The headline figure over the inner folds; NaN where it failed.</param>
/// <param name="StandardDeviation">How much the folds differ.</param>
/// <param name="Seconds">How long its fits took.</param>
/// <param name="Failure">Why it could not be learned; null where it could.</param>
public sealed record SearchTrial(
    int Number, ModelKind Model, string ModelName, ModelSettings Settings, string SettingsInWords, bool IsDefault, double Score, double StandardDeviation,
    double Seconds, string? Failure);
