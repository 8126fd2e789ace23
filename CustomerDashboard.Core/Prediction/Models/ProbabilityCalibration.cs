namespace CustomerDashboard.Core.Prediction.Models;

/// <summary>Whether probabilities are corrected to hold what they say, learned inside the training rows.</summary>
public enum ProbabilityCalibration
{
    None,

    /// <summary>By an S-shaped curve (Platt).</summary>
    Sigmoid,

    /// <summary>By rising steps.</summary>
    Isotonic,
}
