using System.Runtime.CompilerServices;

namespace CustomerDashboard.Core.Features;

/// <summary>
/// Lines grouped by a code, in their order: those of code c are <c>Lines[Starts[c]..Starts[c + 1]]</c>. A counting sort,
/// O(n + codes).
/// </summary>
internal sealed record LinesByKey(int[] Starts, int[] Lines)
{
    /// <param name="keys">The code of each line; -1 leaves a line out.</param>
    /// <param name="keyCount">How many codes there are.</param>
    /// <param name="included">Whether a line counts; null when all do.</param>
    // Compiled fully at once: a single analysis is over before the runtime would warm up.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static LinesByKey Of(int[] keys, int keyCount, bool[]? included)
    {
        var starts = new int[keyCount + 1];
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] >= 0 && (included is null || included[i]))
            {
                starts[keys[i] + 1]++;
            }
        }

        for (int key = 0; key < keyCount; key++)
        {
            starts[key + 1] += starts[key];
        }

        int[] next = starts[..keyCount];
        var lines = GC.AllocateUninitializedArray<int>(starts[keyCount]);
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] >= 0 && (included is null || included[i]))
            {
                lines[next[keys[i]]++] = i;
            }
        }

        return new LinesByKey(starts, lines);
    }

    public ReadOnlySpan<int> this[int key] => Lines.AsSpan(Starts[key], Starts[key + 1] - Starts[key]);
}
