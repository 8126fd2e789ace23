using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Personas;

/// <summary>
/// Names all segments of a solution at once: the pairing of segments and archetypes with the best total score, each
/// archetype used once. A segment that fits none gets a name put together from what sets it apart. Given names come first.
/// </summary>
internal static class PersonaNaming
{
    // A segment this far from every archetype is better served by a description.
    private const double LeastScore = 0;

    // More than the best score: a segment keeps its name as long as the rule of that name holds, so that names do not change places.
    private const double Loyalty = 4;
    private const double Impossible = -1e6;

    public static SegmentName[] Name(SegmentFacts[] facts, PersonaOptions options, List<string> notes)
    {
        string?[] given = RenameMatching.Match(facts, options.Renames, notes);
        var taken = new HashSet<string>(given.OfType<string>(), StringComparer.OrdinalIgnoreCase);
        // What the method itself names keeps that name.
        SegmentName?[] byMethod = [.. facts.Select(OfTheMethod)];
        int[] toName = [.. Enumerable.Range(0, facts.Length).Where(i => byMethod[i] is null)];
        SegmentName[] byEvidence = Filled(byMethod, toName, ByEvidence(facts, toName, []));
        if (taken.Count == 0)
        {
            return byEvidence;
        }

        // A given name may be another segment's name by evidence, which then takes its next best.
        int[] others = [.. Enumerable.Range(0, facts.Length).Where(i => given[i] is null && byMethod[i] is null)];
        SegmentName[] rest = ByEvidence(facts, others, taken);
        var names = new SegmentName[facts.Length];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = byEvidence[i] with { GivenName = given[i] };
        }

        for (int i = 0; i < others.Length; i++)
        {
            names[others[i]] = rest[i];
        }

        return names;
    }

    private static SegmentName? OfTheMethod(SegmentFacts facts) => facts.Segment switch
    {
        { IsNoise: true } => new SegmentName("In No Segment", null, SegmentName.Descriptive, "The method found these customers too unlike the others, or each other, to form a segment."),
        { Group: { } group } => new SegmentName(group.Name, null, group.ArchetypeId, group.Words),
        _ => null,
    };

    private static SegmentName[] Filled(SegmentName?[] names, int[] positions, SegmentName[] rest)
    {
        SegmentName?[] filled = [.. names];
        for (int i = 0; i < positions.Length; i++)
        {
            filled[positions[i]] = rest[i];
        }

        return [.. filled.Select(name => name!)];
    }

    private static SegmentName[] ByEvidence(SegmentFacts[] facts, int[] segments, HashSet<string> taken)
    {
        IReadOnlyList<Archetype> archetypes = facts.Length > 0 && facts[0].FromTransactions
            ? [.. Archetypes.All.Where(archetype => !taken.Contains(archetype.Name))]
            : [];
        var scores = new double[segments.Length, archetypes.Count + segments.Length];
        for (int i = 0; i < segments.Length; i++)
        {
            for (int j = 0; j < archetypes.Count; j++)
            {
                double loyalty = archetypes[j].Id == facts[segments[i]].Segment.FormerArchetype ? Loyalty : 0;
                scores[i, j] = archetypes[j].Score(facts[segments[i]]) is double score && score > LeastScore ? score + loyalty : Impossible;
            }

            for (int j = 0; j < segments.Length; j++)
            {
                scores[i, archetypes.Count + j] = i == j ? LeastScore : Impossible;
            }
        }

        int[] pairs = OptimalAssignment.Maximise(scores);
        var names = new SegmentName[segments.Length];
        var described = new List<int>();
        var used = new HashSet<string>(taken, StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < segments.Length; i++)
        {
            if (pairs[i] < archetypes.Count)
            {
                Archetype archetype = archetypes[pairs[i]];
                names[i] = new SegmentName(archetype.Name, null, archetype.Id, archetype.Rule);
                used.Add(archetype.Name);
            }
            else
            {
                described.Add(i);
            }
        }

        string[] descriptions = DescriptiveNames.Of([.. described.Select(i => facts[segments[i]])], used);
        for (int i = 0; i < descriptions.Length; i++)
        {
            names[described[i]] = new SegmentName(
                descriptions[i], null, SegmentName.Descriptive, "The name puts together what sets these customers apart most.");
        }

        return names;
    }
}
