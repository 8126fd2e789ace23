namespace CustomerDashboard.Core.Cleaning.Rules;

/// <summary>Marks the lines before a first moment or from an end on.</summary>
internal sealed class DayTest(long[] ticks, long first, long end) : ILineTest
{
    public void Mark(int start, Span<ushort> marks, ushort bit)
    {
        if (first == long.MinValue && end == long.MaxValue)
        {
            return;
        }

        ReadOnlySpan<long> own = ticks.AsSpan(start, marks.Length);
        for (int i = 0; i < own.Length; i++)
        {
            if (own[i] < first || own[i] >= end)
            {
                marks[i] |= bit;
            }
        }
    }
}
