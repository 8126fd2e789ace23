namespace CustomerDashboard.Core.Cleaning.Rules;

/// <summary>Marks the lines of a list of flags, one per line.</summary>
internal sealed class RowTest(bool[] marked) : ILineTest
{
    public void Mark(int start, Span<ushort> marks, ushort bit)
    {
        ReadOnlySpan<bool> own = marked.AsSpan(start, marks.Length);
        for (int i = 0; i < own.Length; i++)
        {
            if (own[i])
            {
                marks[i] |= bit;
            }
        }
    }
}
