namespace CustomerDashboard.Core.Segmentation;

/// <summary>
/// Keeps the colours of segments when the number of segments, the rules or the data change: the division in use is matched to the
/// one before by optimal assignment on the customers they share (H. W. Kuhn, 1955), the other k follow from it one by one.
/// </summary>
public static class SegmentContinuity
{
    /// <summary>The same segments in the colours of the anchor. Costs O(n) per k and O(k^3).</summary>
    /// <param name="result">The new segments.</param>
    /// <param name="customerIds">Their customers, by row.</param>
    /// <param name="anchor">The colours before; null leaves the result as it is.</param>
    public static SegmentationResult Align(SegmentationResult result, IReadOnlyList<string> customerIds, SegmentAnchor? anchor)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(customerIds);
        if (anchor is null || !result.HasSegments)
        {
            return result;
        }

        var before = new Dictionary<string, int>(anchor.CustomerIds.Count, StringComparer.Ordinal);
        for (int i = 0; i < anchor.CustomerIds.Count; i++)
        {
            before[anchor.CustomerIds[i]] = anchor.Slots[i];
        }

        int start = 0;
        while (result.Solutions[start].K != result.ChosenK)
        {
            start++;
        }

        SegmentSolution[] solutions = [.. result.Solutions];
        if (FromAnchor(solutions[start], customerIds, before) is not { } slots)
        {
            return result;
        }

        solutions[start] = Coloured(solutions[start], slots);
        for (int i = start + 1; i < solutions.Length; i++)
        {
            solutions[i] = Coloured(solutions[i], ColourSlots.Next(solutions[i - 1].Labels, SlotsOf(solutions[i - 1]), solutions[i].Labels, solutions[i].K));
        }

        for (int i = start - 1; i >= 0; i--)
        {
            solutions[i] = Coloured(solutions[i], ColourSlots.Next(solutions[i + 1].Labels, SlotsOf(solutions[i + 1]), solutions[i].Labels, solutions[i].K));
        }

        return result with { Solutions = [.. solutions.Select(solution => Remembering(solution, anchor.Archetypes))] };
    }

    /// <summary>The slots by the customers both have; null when they share nobody.</summary>
    private static int[]? FromAnchor(SegmentSolution solution, IReadOnlyList<string> customerIds, Dictionary<string, int> before)
    {
        var slots = new List<int>();
        var labelsBefore = new List<int>();
        var labels = new List<int>();
        for (int row = 0; row < solution.Labels.Length; row++)
        {
            if (before.TryGetValue(customerIds[row], out int slot) && slot >= 0)
            {
                int label = slots.IndexOf(slot);
                if (label < 0)
                {
                    label = slots.Count;
                    slots.Add(slot);
                }

                labelsBefore.Add(label);
                labels.Add(solution.Labels[row]);
            }
        }

        return slots.Count == 0 ? null : ColourSlots.Next([.. labelsBefore], slots, [.. labels], solution.K);
    }

    private static SegmentSolution Coloured(SegmentSolution solution, int[] slots) => solution with
    {
        Segments = [.. solution.Segments.Select(segment => segment.IsNoise ? segment : segment with { ColourSlot = slots[segment.Id] })],
    };

    private static SegmentSolution Remembering(SegmentSolution solution, IReadOnlyDictionary<int, string> archetypes) => solution with
    {
        Segments = [.. solution.Segments.Select(segment => segment with { FormerArchetype = archetypes.GetValueOrDefault(segment.ColourSlot) })],
    };

    private static int[] SlotsOf(SegmentSolution solution) =>
        [.. solution.Segments.Where(segment => !segment.IsNoise).Select(segment => segment.ColourSlot)];
}
