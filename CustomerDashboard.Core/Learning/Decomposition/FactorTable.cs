namespace CustomerDashboard.Core.Learning.Decomposition;

/// <summary>Factors of rows or of columns in single precision, each padded with zeros to a whole number of vectors.</summary>
public sealed class FactorTable
{
    private const int Lanes = 8;

    internal FactorTable(int count, int factors)
    {
        Count = count;
        Factors = factors;
        Stride = (factors + Lanes - 1) / Lanes * Lanes;
        Values = new float[checked(count * Stride)];
    }

    /// <summary>How many rows or columns are described.</summary>
    public int Count { get; }

    /// <summary>How many factors describe each.</summary>
    public int Factors { get; }

    /// <summary>The factors with the padding.</summary>
    internal int Stride { get; }

    internal float[] Values { get; }

    /// <summary>The factors of one row or column.</summary>
    public ReadOnlySpan<float> this[int index] => Values.AsSpan(index * Stride, Factors);

    internal Span<float> Padded(int index) => Values.AsSpan(index * Stride, Stride);
}
