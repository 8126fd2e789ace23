using System.Numerics;

namespace CustomerDashboard.Core.Cleaning.Rules;

/// <summary>Marks the lines whose number is known and lies outside limits that both are allowed.</summary>
internal sealed class RangeTest(double[] values, double lowest, double highest) : ILineTest
{
    public string? Detail { get; init; }

    public void Mark(int start, Span<ushort> marks, ushort bit)
    {
        ReadOnlySpan<double> own = values.AsSpan(start, marks.Length);
        Vector<double> low = new(lowest);
        Vector<double> high = new(highest);
        int width = Vector<double>.Count;
        for (int block = 0; block < own.Length; block += width)
        {
            int end = Math.Min(own.Length, block + width);
            if (end - block == width)
            {
                Vector<double> lane = new(own[block..]);
                if (!Vector.LessThanAny(lane, low) && !Vector.GreaterThanAny(lane, high))
                {
                    continue;
                }
            }

            for (int i = block; i < end; i++)
            {
                if (own[i] < lowest || own[i] > highest)
                {
                    marks[i] |= bit;
                }
            }
        }
    }
}
