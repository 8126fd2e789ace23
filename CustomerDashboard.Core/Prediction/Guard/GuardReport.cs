namespace CustomerDashboard.Core.Prediction.Guard;

/// <summary>Whether the figures of a task can be trusted.</summary>
/// <param name="Perturbation">Whether features know the future; null where time plays no part.</param>
/// <param name="ShuffledLabels">What is found where there is nothing to find; null for numbers and several classes.</param>
/// <param name="SingleFeatures">How well each feature alone tells the answer, the most telling first.</param>
/// <param name="Identifiers">Features that name customers.</param>
/// <param name="Verdict">All of it in a sentence or two.</param>
public sealed record GuardReport(
    PerturbationCheck? Perturbation,
    ShuffledLabels? ShuffledLabels,
    IReadOnlyList<SingleFeature> SingleFeatures,
    IReadOnlyList<IdentifierColumn> Identifiers,
    string Verdict)
{
    /// <summary>Nothing was found.</summary>
    public bool Passed =>
        Perturbation is not { Passed: false } && ShuffledLabels is not { Passed: false } && !SingleFeatures.Any(feature => feature.IsSuspicious) && Identifiers.Count == 0;
}
