using System.Runtime.CompilerServices;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>
/// Quantiles without sorting everything: values are counted by their leading 16 bits, and only the classes that hold a
/// wanted rank are sorted. Cost: three passes over the values where they spread or repeat, as retail numbers do.
/// </summary>
internal static class OrderStatistics
{
    private const int Classes = 1 << 16;
    private const int ClassShift = 48;

    /// <summary>
    /// Two quantiles of the values, interpolated between the nearest ranks (type 7 of Hyndman and Fan, 1996, the default
    /// of most software).
    /// </summary>
    /// <param name="values">Finite values, at least one.</param>
    /// <param name="lowerShare">From 0 to 1.</param>
    /// <param name="upperShare">From 0 to 1.</param>
    public static (double Lower, double Upper) Quantiles(ReadOnlySpan<double> values, double lowerShare, double upperShare)
    {
        double lowerPosition = lowerShare * (values.Length - 1);
        double upperPosition = upperShare * (values.Length - 1);
        int lower = (int)Math.Floor(lowerPosition);
        int upper = (int)Math.Floor(upperPosition);
        int last = values.Length - 1;
        double[] found = Select(values, lower, Math.Min(lower + 1, last), upper, Math.Min(upper + 1, last));
        return (
            found[0] + ((lowerPosition - lower) * (found[1] - found[0])),
            found[2] + ((upperPosition - upper) * (found[3] - found[2])));
    }

    /// <summary>The values at the given ranks (from 0) of the sorted values.</summary>
    // Compiled fully at once: a single analysis is over before the runtime would warm up.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double[] Select(ReadOnlySpan<double> values, params ReadOnlySpan<int> ranks)
    {
        var counts = new int[Classes];
        foreach (double value in values)
        {
            counts[Key(value) >> ClassShift]++;
        }

        var classes = new int[ranks.Length];
        var ranksInClass = new int[ranks.Length];
        Dictionary<int, ulong[]> members = [];
        for (int i = 0; i < ranks.Length; i++)
        {
            int rank = ranks[i];
            int index = 0;
            while (rank >= counts[index])
            {
                rank -= counts[index++];
            }

            (classes[i], ranksInClass[i]) = (index, rank);
            if (!members.ContainsKey(index))
            {
                members.Add(index, Members(values, index, counts[index]));
            }
        }

        var found = new double[ranks.Length];
        for (int i = 0; i < found.Length; i++)
        {
            found[i] = Value(members[classes[i]][ranksInClass[i]]);
        }

        return found;
    }

    // Compiled fully at once: a single analysis is over before the runtime would warm up.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong[] Members(ReadOnlySpan<double> values, int index, int count)
    {
        var members = new ulong[count];
        int next = 0;
        foreach (double value in values)
        {
            ulong key = Key(value);
            if ((int)(key >> ClassShift) == index)
            {
                members[next++] = key;
            }
        }

        if (members.AsSpan().IndexOfAnyExcept(members[0]) >= 0)
        {
            Array.Sort(members);
        }

        return members;
    }

    // Orders the bits of doubles as the doubles are ordered; adding zero makes the two zeros one.
    private static ulong Key(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value + 0.0);
        return (ulong)(bits ^ ((bits >> 63) | long.MinValue));
    }

    private static double Value(ulong key) =>
        BitConverter.Int64BitsToDouble((long)key < 0 ? (long)key ^ long.MinValue : (long)~key);
}
