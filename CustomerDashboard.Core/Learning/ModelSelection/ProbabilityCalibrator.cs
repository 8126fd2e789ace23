namespace CustomerDashboard.Core.Learning.ModelSelection;

/// <summary>Learns the way from scores to probabilities that hold what they say.</summary>
public static class ProbabilityCalibrator
{
    /// <summary>Fits a calibration on scores of rows that the model did not learn from: out-of-fold scores, or a later period's.</summary>
    /// <param name="method">The shape of the way.</param>
    /// <param name="scores">The score of each case; a higher one means a more likely yes.</param>
    /// <param name="labels">The answer of each case.</param>
    /// <exception cref="ArgumentException">One class only, a score that is not finite, or lengths that differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The method is unknown.</exception>
    public static IProbabilityCalibration Fit(CalibrationMethod method, ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels) => method switch
    {
        CalibrationMethod.Sigmoid => SigmoidCalibration.Fit(scores, labels),
        CalibrationMethod.Isotonic => IsotonicCalibration.Fit(scores, labels),
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "This way of calibrating is unknown."),
    };
}
