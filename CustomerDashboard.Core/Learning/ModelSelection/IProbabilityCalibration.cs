namespace CustomerDashboard.Core.Learning.ModelSelection;

/// <summary>A fitted way from scores to probabilities; a higher score never has a lower probability.</summary>
public interface IProbabilityCalibration
{
    CalibrationMethod Method { get; }

    /// <summary>The probability, 0 to 1, of each score.</summary>
    double[] Apply(ReadOnlySpan<double> scores);
}
