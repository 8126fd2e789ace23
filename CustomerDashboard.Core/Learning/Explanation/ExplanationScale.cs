namespace CustomerDashboard.Core.Learning.Explanation;

/// <summary>What the parts of an explanation add up to.</summary>
public enum ExplanationScale
{
    /// <summary>The logarithm of the odds of yes.</summary>
    LogOdds,

    /// <summary>The probability.</summary>
    Probability,

    /// <summary>The number foretold.</summary>
    Amount,

    /// <summary>The logarithm of the number foretold.</summary>
    LogAmount,
}
