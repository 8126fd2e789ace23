namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>What stands in for a missing value.</summary>
public enum ImputationMethod
{
    /// <summary>The column's mean over the training rows that have a value.</summary>
    Mean,

    /// <summary>The column's median over the training rows that have a value.</summary>
    Median,

    /// <summary>One number for every column.</summary>
    Constant,
}
