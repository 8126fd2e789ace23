namespace CustomerDashboard.Core.Segmentation;

/// <summary>
/// Which colour each customer wore and what each colour was called, so that the segments of another k, other rules or newer data keep
/// the colours and kinds of the segments they mostly consist of.
/// </summary>
/// <param name="CustomerIds">The customers.</param>
/// <param name="Slots">The colour slot of each customer's segment; -1 for noise.</param>
/// <param name="Archetypes">The archetype id of each colour slot that had one.</param>
public sealed record SegmentAnchor(
    IReadOnlyList<string> CustomerIds, IReadOnlyList<int> Slots, IReadOnlyDictionary<int, string> Archetypes)
{
    /// <summary>Notes the colours of a division.</summary>
    /// <param name="customerIds">The customers, by row.</param>
    /// <param name="solution">The division in use.</param>
    /// <param name="archetypes">The archetype id of each segment by id, or null where it has none.</param>
    public static SegmentAnchor Of(IReadOnlyList<string> customerIds, SegmentSolution solution, IReadOnlyList<string?> archetypes)
    {
        ArgumentNullException.ThrowIfNull(customerIds);
        ArgumentNullException.ThrowIfNull(solution);
        ArgumentNullException.ThrowIfNull(archetypes);
        var slots = new int[solution.Labels.Length];
        for (int row = 0; row < slots.Length; row++)
        {
            slots[row] = solution.Segments[solution.Labels[row]].ColourSlot;
        }

        var kinds = new Dictionary<int, string>();
        for (int segment = 0; segment < solution.Segments.Count; segment++)
        {
            if (archetypes[segment] is { } archetype && !solution.Segments[segment].IsNoise)
            {
                kinds[solution.Segments[segment].ColourSlot] = archetype;
            }
        }

        return new SegmentAnchor(customerIds, slots, kinds);
    }

    /// <summary>Whether any of these customers is known here.</summary>
    public bool SharesWith(IReadOnlyList<string> customerIds)
    {
        var known = new HashSet<string>(CustomerIds, StringComparer.Ordinal);
        for (int i = 0; i < customerIds.Count; i++)
        {
            if (known.Contains(customerIds[i]))
            {
                return true;
            }
        }

        return false;
    }
}
