using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Personas;

/// <summary>Finds the segment each given name belongs to now: the one whose profile is most like that of the segment it was given to.</summary>
internal static class RenameMatching
{
    /// <summary>Profiles further apart than this (root mean square, in standard deviations) are different segments.</summary>
    private const double FurthestMatch = 0.4;

    // The same number of segments settles a tie between two names for nearly the same profile.
    private const double OtherKPenalty = 0.02;
    private const double SameSegment = 1e-6;

    /// <returns>For each segment its given name, or null. Two segments never get the same one.</returns>
    public static string?[] Match(SegmentFacts[] facts, IReadOnlyList<PersonaRename> renames, List<string> notes)
    {
        var given = new string?[facts.Length];
        List<PersonaRename> latest = LatestOfEach(renames);
        if (latest.Count == 0 || facts.Length == 0)
        {
            return given;
        }

        // What lies beyond the limit counts as nothing, so that it never displaces a true match.
        var likeness = new double[latest.Count, facts.Length];
        for (int i = 0; i < latest.Count; i++)
        {
            for (int j = 0; j < facts.Length; j++)
            {
                double distance = Distance(latest[i].Profile, facts[j].Segment) + (latest[i].K == facts.Length ? 0 : OtherKPenalty);
                likeness[i, j] = distance <= FurthestMatch ? 1 + FurthestMatch - distance : 0;
            }
        }

        int[] pairs = OptimalAssignment.Maximise(likeness);
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < latest.Count; i++)
        {
            string name = latest[i].GivenName.Trim();
            if (pairs[i] < 0 || likeness[i, pairs[i]] == 0)
            {
                notes.Add($"The name '{name}' was given to a segment that no longer exists in this division; it comes back when the segment does.");
                continue;
            }

            string unique = name;
            for (int copy = 2; !used.Add(unique); copy++)
            {
                unique = $"{name} ({copy})";
            }

            given[pairs[i]] = unique;
        }

        return given;
    }

    // The order of segments in the list does not matter, only that a later name replaces an earlier one of the same segment.
    private static List<PersonaRename> LatestOfEach(IReadOnlyList<PersonaRename> renames)
    {
        var kept = new List<PersonaRename>();
        for (int i = renames.Count - 1; i >= 0; i--)
        {
            PersonaRename rename = renames[i];
            if (!kept.Exists(later => later.K == rename.K && Distance(later.Profile, rename.Profile) < SameSegment))
            {
                kept.Insert(0, rename);
            }
        }

        return kept;
    }

    private static double Distance(IReadOnlyDictionary<string, double> profile, SegmentSummary segment)
    {
        double sum = 0;
        int count = 0;
        foreach (FeatureProfile feature in segment.Features)
        {
            if (profile.TryGetValue(feature.FeatureId, out double before))
            {
                double difference = before - feature.StandardisedDifference;
                sum += difference * difference;
                count++;
            }
        }

        return count == 0 ? double.PositiveInfinity : Math.Sqrt(sum / count);
    }

    private static double Distance(IReadOnlyDictionary<string, double> first, IReadOnlyDictionary<string, double> second)
    {
        double sum = 0;
        foreach ((string id, double value) in first)
        {
            if (!second.TryGetValue(id, out double other))
            {
                return double.PositiveInfinity;
            }

            sum += (value - other) * (value - other);
        }

        return first.Count != second.Count ? double.PositiveInfinity : Math.Sqrt(sum / Math.Max(1, first.Count));
    }
}
