namespace CustomerDashboard.Core.Transactions;

/// <summary>A text column stored as one integer code per row into a list of distinct values; -1 means missing.</summary>
/// <param name="Codes">One code per row.</param>
/// <param name="Values">The distinct values, in order of first appearance; ordinal, case-sensitive.</param>
public sealed record CodedColumn(int[] Codes, string[] Values)
{
    /// <summary>The code of a missing value.</summary>
    public const int Missing = -1;

    /// <summary>The value of a row, or null where it is missing.</summary>
    public string? this[int row] => Codes[row] < 0 ? null : Values[Codes[row]];
}
