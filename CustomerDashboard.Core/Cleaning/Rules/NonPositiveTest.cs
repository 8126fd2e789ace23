namespace CustomerDashboard.Core.Cleaning.Rules;

/// <summary>Marks the lines whose number is known and zero or less.</summary>
internal sealed class NonPositiveTest(double[] values) : ILineTest
{
    public void Mark(int start, Span<ushort> marks, ushort bit)
    {
        ReadOnlySpan<double> own = values.AsSpan(start, marks.Length);
        for (int i = 0; i < own.Length; i++)
        {
            if (own[i] <= 0)
            {
                marks[i] |= bit;
            }
        }
    }
}
