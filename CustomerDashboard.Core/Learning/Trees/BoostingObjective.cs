using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>
/// What boosting minimises: first and second derivatives of each row's loss by its margin. Rows are kept in arrays padded to
/// whole vectors, so that no row is computed differently for standing at the end.
/// </summary>
internal abstract class BoostingObjective
{
    public const int Lanes = 4;

    /// <summary>Rows a thread takes at once; whole vectors.</summary>
    protected const int RowsPerPiece = 16384;

    // Adding this to a number of moderate size leaves its nearest integer in the low bits.
    private protected const double IntegerShift = 6755399441055744;

    protected BoostingObjective(int rows, double[]? weights)
    {
        Rows = rows;
        Weights = weights is null ? null : Padded(weights);
        LargestWeight = 1;
        if (weights is not null)
        {
            LargestWeight = 0;
            foreach (double weight in weights)
            {
                LargestWeight = Math.Max(LargestWeight, weight);
            }
        }
    }

    public int Rows { get; }

    /// <summary>Margins per row: one, or one for each of several classes.</summary>
    public abstract int Outputs { get; }

    protected double[]? Weights { get; }

    protected double LargestWeight { get; }

    /// <summary>The best margins that are the same for every row given.</summary>
    public abstract double[] BaseMargins(ReadOnlySpan<int> rows);

    /// <summary>
    /// Writes the derivatives of every row as whole numbers: the first in the low half of each entry, the second in the high half.
    /// </summary>
    /// <param name="margins">For each output the margins of all rows, padded to <see cref="PaddedLength"/>.</param>
    /// <param name="pairs">For each output as many entries.</param>
    /// <param name="degreeOfParallelism">The most threads to use.</param>
    /// <param name="cancellationToken">Checked between pieces.</param>
    /// <returns>The units of the whole numbers.</returns>
    public abstract GradientScale Derive(double[][] margins, long[][] pairs, int? degreeOfParallelism, CancellationToken cancellationToken);

    /// <summary>The mean loss over the rows given.</summary>
    public abstract double Loss(double[][] margins, ReadOnlySpan<int> rows);

    public static int PaddedLength(int rows) => checked(rows + Lanes - 1) / Lanes * Lanes;

    protected static double[] Padded(ReadOnlySpan<double> values)
    {
        var padded = new double[PaddedLength(values.Length)];
        values.CopyTo(padded);
        return padded;
    }

    protected double Weight(int row) => Weights is null ? 1 : Weights[row];

    protected void ForPieces(Action<int, int, int> body, int? degreeOfParallelism, CancellationToken cancellationToken)
    {
        int length = PaddedLength(Rows);
        int pieces = (length + RowsPerPiece - 1) / RowsPerPiece;
        ParallelWork.Run(
            pieces,
            degreeOfParallelism,
            piece => body(piece, piece * RowsPerPiece, Math.Min((piece + 1) * RowsPerPiece, length)),
            cancellationToken);
    }
}
