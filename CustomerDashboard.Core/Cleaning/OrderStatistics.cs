using System.Runtime.InteropServices;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>
/// Quantiles without sorting: values are counted by 16 bits at a time from the most significant, and only the class that
/// holds the wanted rank is looked into further. Cost: O(n) whatever the data, 256 kB of counters.
/// </summary>
internal static class OrderStatistics
{
    /// <summary>
    /// The quantile of the values, interpolated between the two nearest ranks (type 7 of Hyndman and Fan, 1996, the default of most software).
    /// </summary>
    /// <param name="values">Finite values, at least one.</param>
    /// <param name="share">From 0 to 1.</param>
    public static double Quantile(ReadOnlySpan<double> values, double share)
    {
        double position = share * (values.Length - 1);
        int rank = (int)Math.Floor(position);
        double lower = Select(values, rank);
        double fraction = position - rank;
        return fraction == 0 ? lower : lower + (fraction * (Select(values, rank + 1) - lower));
    }

    /// <summary>The value at a rank (from 0) of the sorted values.</summary>
    public static double Select(ReadOnlySpan<double> values, int rank)
    {
        var counts = new int[1 << 16];
        var candidates = new List<ulong>();
        ulong prefix = 0;
        for (int shift = 48; shift >= 0; shift -= 16)
        {
            Array.Clear(counts);
            if (shift == 48)
            {
                foreach (double value in values)
                {
                    counts[Key(value) >> 48]++;
                }
            }
            else
            {
                foreach (ulong key in candidates)
                {
                    counts[(key >> shift) & 0xFFFF]++;
                }
            }

            int digit = 0;
            while (rank >= counts[digit])
            {
                rank -= counts[digit++];
            }

            prefix |= (ulong)digit << shift;
            Narrow(values, candidates, prefix, shift, counts[digit]);
            if (AreAllEqual(candidates))
            {
                return Value(candidates[0]);
            }
        }

        return Value(prefix);
    }

    private static void Narrow(ReadOnlySpan<double> values, List<ulong> candidates, ulong prefix, int shift, int count)
    {
        if (shift == 48)
        {
            candidates.EnsureCapacity(count);
            foreach (double value in values)
            {
                ulong key = Key(value);
                if (key >> 48 == prefix >> 48)
                {
                    candidates.Add(key);
                }
            }
        }
        else
        {
            candidates.RemoveAll(key => key >> shift != prefix >> shift);
        }
    }

    private static bool AreAllEqual(List<ulong> candidates) =>
        CollectionsMarshal.AsSpan(candidates).IndexOfAnyExcept(candidates[0]) < 0;

    // Orders the bits of doubles as the doubles are ordered.
    private static ulong Key(double value)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(value + 0.0);
        return (bits & 0x8000_0000_0000_0000UL) != 0 ? ~bits : bits | 0x8000_0000_0000_0000UL;
    }

    private static double Value(ulong key) =>
        BitConverter.UInt64BitsToDouble((key & 0x8000_0000_0000_0000UL) != 0 ? key & 0x7FFF_FFFF_FFFF_FFFFUL : ~key);
}
