namespace CustomerDashboard.Core.Prediction;

/// <summary>
/// The time line of a prediction: features come from lines in [ObservationStart, Cutoff], labels from lines in
/// (Cutoff, OutcomeEnd].
/// </summary>
/// <param name="ObservationStart">The first moment features may look at.</param>
/// <param name="Cutoff">The moment the prediction is made.</param>
/// <param name="OutcomeEnd">Cutoff plus N days.</param>
public sealed record PredictionWindows(DateTime ObservationStart, DateTime Cutoff, DateTime OutcomeEnd)
{
    public double ObservationDays => (Cutoff - ObservationStart).TotalDays;

    public double OutcomeDays => (OutcomeEnd - Cutoff).TotalDays;
}
