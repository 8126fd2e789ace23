using System.Numerics;

namespace CustomerDashboard.Core.Cleaning.Rules;

/// <summary>Marks the lines whose number is unknown.</summary>
internal sealed class MissingNumberTest(double[] values) : ILineTest
{
    public void Mark(int start, Span<ushort> marks, ushort bit)
    {
        ReadOnlySpan<double> own = values.AsSpan(start, marks.Length);
        int width = Vector<double>.Count;
        for (int block = 0; block < own.Length; block += width)
        {
            int end = Math.Min(own.Length, block + width);
            if (end - block == width)
            {
                Vector<double> lane = new(own[block..]);
                if (Vector.EqualsAll(lane, lane))
                {
                    continue;
                }
            }

            for (int i = block; i < end; i++)
            {
                if (double.IsNaN(own[i]))
                {
                    marks[i] |= bit;
                }
            }
        }
    }
}
