namespace CustomerDashboard.Core.Personas;

/// <summary>One thing that sets a segment apart, with its numbers.</summary>
/// <param name="FeatureId">The feature it speaks of.</param>
/// <param name="Sentence">The finding in plain English with both numbers.</param>
/// <param name="SegmentValue">The segment's mean.</param>
/// <param name="AverageValue">The mean of all customers.</param>
/// <param name="StandardisedDifference">The difference in standard deviations of all customers.</param>
public sealed record PersonaEvidence(
    string FeatureId, string Sentence, double SegmentValue, double AverageValue, double StandardisedDifference);
