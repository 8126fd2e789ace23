namespace CustomerDashboard.Core.Learning.ModelSelection;

/// <summary>How scores become probabilities.</summary>
public enum CalibrationMethod
{
    /// <summary>A sigmoid of two parameters (Platt): right for scores that are bent alike at both ends; enough for few rows.</summary>
    Sigmoid,

    /// <summary>The best rising step function: of any shape, but needs about a thousand rows.</summary>
    Isotonic,
}
