namespace CustomerDashboard.Core.Cleaning.Rules;

/// <summary>Marks lines by the code in one column.</summary>
/// <param name="codes">The column.</param>
/// <param name="marked">Whether a code is marked, by code; null marks none.</param>
/// <param name="marksMissing">Whether lines without a value are marked.</param>
internal sealed class CodeTest(int[] codes, bool[]? marked, bool marksMissing) : ILineTest
{
    private readonly bool marksCodes = marked is not null && marked.AsSpan().Contains(true);

    public string? Detail { get; init; }

    public void Mark(int start, Span<ushort> marks, ushort bit)
    {
        ReadOnlySpan<int> own = codes.AsSpan(start, marks.Length);
        if (!marksCodes)
        {
            if (marksMissing)
            {
                MarkMissing(own, marks, bit);
            }

            return;
        }

        bool[] byCode = marked!;
        for (int i = 0; i < own.Length; i++)
        {
            int code = own[i];
            if (code < 0 ? marksMissing : byCode[code])
            {
                marks[i] |= bit;
            }
        }
    }

    private static void MarkMissing(ReadOnlySpan<int> own, Span<ushort> marks, ushort bit)
    {
        // Most columns have few gaps, and the search for the next one is vectorised.
        for (int i = own.IndexOf(-1); i >= 0 && i < own.Length;)
        {
            marks[i++] |= bit;
            int next = own[i..].IndexOf(-1);
            i = next < 0 ? own.Length : i + next;
        }
    }
}
