namespace CustomerDashboard.Core.Segmentation;

/// <summary>A division in words: a rule for each segment, and what drives it.</summary>
/// <param name="Rules">One rule per segment, by segment id; none for customers outside every segment.</param>
/// <param name="Fidelity">The share of customers that the rules together, the most precise first, put into their own segment.</param>
/// <param name="Drivers">The features the segments were made by, the most important first; empty where the method has no rule to ask.</param>
public sealed record SegmentExplanation(IReadOnlyList<SegmentRule> Rules, double Fidelity, IReadOnlyList<FeatureDriver> Drivers);
