namespace CustomerDashboard.Core.Segmentation;

/// <summary>Hands colours to segments so that those of neighbouring divisions that share most customers share a colour.</summary>
internal static class ColourSlots
{
    /// <summary>The slot of each segment 0..k-1.</summary>
    /// <param name="labelsBefore">The labels of the division whose colours are known; empty when there is none. Labels without an entry in <paramref name="slotsBefore"/> are noise.</param>
    /// <param name="slotsBefore">The slot of each of its segments.</param>
    /// <param name="labels">The labels of the division to colour, k for noise.</param>
    /// <param name="k">Its number of segments.</param>
    public static int[] Next(int[] labelsBefore, IReadOnlyList<int> slotsBefore, int[] labels, int k)
    {
        var slots = new int[k];
        Array.Fill(slots, -1);
        var used = new HashSet<int>();
        int[] matches = labelsBefore.Length == 0 ? [] : SegmentMatching.Match(labelsBefore, labels);
        for (int before = 0; before < Math.Min(matches.Length, slotsBefore.Count); before++)
        {
            if (matches[before] >= 0 && matches[before] < k && slotsBefore[before] >= 0)
            {
                slots[matches[before]] = slotsBefore[before];
                used.Add(slotsBefore[before]);
            }
        }

        int free = 0;
        for (int segment = 0; segment < k; segment++)
        {
            if (slots[segment] < 0)
            {
                while (!used.Add(free))
                {
                    free++;
                }

                slots[segment] = free;
            }
        }

        return slots;
    }
}
