namespace CustomerDashboard.Core.Recommendations;

/// <summary>One dimension of what customers buy.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="SingularValue">Its singular value.</param>
/// <param name="ExplainedShare">The share of the variance of the customer x product matrix along it.</param>
/// <param name="High">The products at its upper end, strongest first.</param>
/// <param name="Low">The products at its lower end, strongest first; empty where all products point the same way.</param>
public sealed record ProductDimension(
    int Number, double SingularValue, double ExplainedShare, IReadOnlyList<DimensionProduct> High, IReadOnlyList<DimensionProduct> Low);
