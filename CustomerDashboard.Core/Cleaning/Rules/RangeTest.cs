namespace CustomerDashboard.Core.Cleaning.Rules;

/// <summary>Marks the lines whose number is known and lies outside limits that both are allowed.</summary>
internal sealed class RangeTest(double[] values, double lowest, double highest) : ILineTest
{
    public string? Detail { get; init; }

    public double Lowest => lowest;

    public double Highest => highest;

    public void Mark(int start, Span<ushort> marks, ushort bit)
    {
        ReadOnlySpan<double> own = values.AsSpan(start, marks.Length);
        for (int i = 0; i < own.Length; i++)
        {
            double value = own[i];
            if (value < lowest || value > highest)
            {
                marks[i] |= bit;
            }
        }
    }
}
