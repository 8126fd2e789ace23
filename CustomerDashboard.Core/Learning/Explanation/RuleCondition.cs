namespace CustomerDashboard.Core.Learning.Explanation;

/// <summary>One condition of a rule: a range of one column.</summary>
/// <param name="Column">The column asked about.</param>
/// <param name="Above">The value must be greater than this; null for no lower bound.</param>
/// <param name="AtMost">The value must be at most this; null for no upper bound.</param>
public sealed record RuleCondition(int Column, double? Above, double? AtMost)
{
    /// <summary>Whether a value meets the condition; a missing value (NaN) never does.</summary>
    public bool Holds(double value) => (Above is not { } above || value > above) && (AtMost is not { } most || value <= most) && !double.IsNaN(value);
}
