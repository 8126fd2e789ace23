namespace CustomerDashboard.Core.Segmentation;

/// <summary>How one method divides the same customers.</summary>
/// <param name="Method">The method.</param>
/// <param name="Name">The field's name for it.</param>
/// <param name="Failure">Why it gave no division, in words; null when it did. The figures are then empty.</param>
/// <param name="K">The number of segments, customers outside every segment not counted.</param>
/// <param name="Sizes">Customers per segment, the largest first.</param>
/// <param name="Noise">Customers outside every segment.</param>
/// <param name="Silhouette">Mean silhouette in the space of the chosen features; NaN with fewer than two segments.</param>
/// <param name="AdjustedRand">Adjusted Rand index against the division in use: 1 = the same, 0 = chance.</param>
/// <param name="NormalizedMutualInformation">What the two tell of each other, 0 to 1.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record MethodRow(
    SegmentationMethod Method,
    string Name,
    string? Failure,
    int K,
    IReadOnlyList<int> Sizes,
    int Noise,
    double Silhouette,
    double AdjustedRand,
    double NormalizedMutualInformation,
    double Seconds)
{
    /// <summary>What to be wary of in its division, such as a mixture that collapsed onto tied values.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
