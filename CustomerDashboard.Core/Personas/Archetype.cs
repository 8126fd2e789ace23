namespace CustomerDashboard.Core.Personas;

/// <summary>A kind of customer that marketing has a name for, and the rule by which a segment gets it.</summary>
/// <param name="Id">The stable identifier ("Champions").</param>
/// <param name="Name">The persona's name.</param>
/// <param name="Rule">The rule in plain words, for the page's "how are names chosen?".</param>
public sealed record Archetype(string Id, string Name, string Rule)
{
    /// <summary>How well a segment fits, or null when a condition is not met. Comparable between archetypes; 0 is "not really".</summary>
    internal Func<SegmentFacts, double?> Score { get; init; } = _ => null;
}
