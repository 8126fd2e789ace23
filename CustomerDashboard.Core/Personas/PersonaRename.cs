using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Personas;

/// <summary>A name a person gave to a segment, with the segment's profile then, so that the name finds its segment after a re-run.</summary>
/// <param name="GivenName">The name.</param>
/// <param name="K">The number of segments when it was given.</param>
/// <param name="Profile">Standardised difference from the average customer for each feature id.</param>
public sealed record PersonaRename(string GivenName, int K, IReadOnlyDictionary<string, double> Profile)
{
    /// <summary>Notes a name for a segment as it is now.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static PersonaRename Of(SegmentSummary segment, int k, string givenName)
    {
        ArgumentNullException.ThrowIfNull(segment);
        ArgumentException.ThrowIfNullOrWhiteSpace(givenName);
        var profile = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (FeatureProfile feature in segment.Features)
        {
            profile[feature.FeatureId] = feature.StandardisedDifference;
        }

        return new PersonaRename(givenName.Trim(), k, profile);
    }
}
