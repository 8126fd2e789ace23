namespace CustomerDashboard.Core.Cleaning.Rules;

/// <summary>Marks the lines whose number is unknown.</summary>
internal sealed class MissingNumberTest(double[] values) : ILineTest
{
    public void Mark(int start, Span<ushort> marks, ushort bit)
    {
        ReadOnlySpan<double> own = values.AsSpan(start, marks.Length);
        for (int i = 0; i < own.Length; i++)
        {
            if (double.IsNaN(own[i]))
            {
                marks[i] |= bit;
            }
        }
    }
}
