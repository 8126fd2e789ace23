namespace CustomerDashboard.Core.Cleaning.Rules;

/// <summary>Marks the lines a rule is about. Called for many ranges at once, from several threads.</summary>
internal interface ILineTest
{
    /// <summary>The limits found in the data, in words, or null.</summary>
    string? Detail => null;

    /// <summary>Sets <paramref name="bit"/> in the entry of every marked line.</summary>
    /// <param name="start">The line of the first entry.</param>
    /// <param name="marks">One entry per line from <paramref name="start"/> on.</param>
    /// <param name="bit">The bit of the rule.</param>
    void Mark(int start, Span<ushort> marks, ushort bit);
}
