namespace CustomerDashboard.Core.Personas;

/// <summary>The name of one segment and where it comes from.</summary>
/// <param name="EvidenceName">The name by evidence.</param>
/// <param name="GivenName">The name a person gave, or null.</param>
/// <param name="ArchetypeId">The archetype, or <see cref="Descriptive"/>.</param>
/// <param name="Rule">Why this name.</param>
internal sealed record SegmentName(string EvidenceName, string? GivenName, string ArchetypeId, string Rule)
{
    /// <summary>The archetype of names put together from what sets a segment apart.</summary>
    public const string Descriptive = "Descriptive";

    public string Shown => GivenName ?? EvidenceName;
}
