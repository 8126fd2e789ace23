namespace CustomerDashboard.Core.Personas;

/// <summary>One thing that sets a segment apart, with its numbers.</summary>
/// <param name="FeatureId">The feature it speaks of.</param>
/// <param name="Sentence">The finding in plain English with both numbers.</param>
/// <param name="SegmentValue">The segment's mean, its median where <paramref name="UsesMedians"/>, or a share of its customers.</param>
/// <param name="AverageValue">The same of all customers.</param>
/// <param name="StandardisedDifference">The difference in standard deviations of all customers.</param>
/// <param name="UsesMedians">True where a few very large customers pull the mean of all above that of nearly everyone, so that only medians tell the truth.</param>
public sealed record PersonaEvidence(
    string FeatureId, string Sentence, double SegmentValue, double AverageValue, double StandardisedDifference, bool UsesMedians = false);
