using System.Runtime.CompilerServices;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>
/// The cuts of every column, and the byte a value is coded as: how many cuts lie below it. A value is at most cut b exactly
/// when its code is at most b, so trees may be grown and followed on codes alone. A missing value is coded one past the last bin.
/// </summary>
internal sealed class FeatureBins
{
    /// <summary>Bins of values; with the bin for missing values the codes fill a byte.</summary>
    public const int MostBins = 255;

    private const int Stride = 256;
    private const int RowsPerPiece = 8192;

    private readonly double[][] _cuts;
    private readonly double[] _padded;
    private readonly int[] _firstSteps;

    public FeatureBins(double[][] cuts)
    {
        _cuts = cuts;
        _padded = new double[cuts.Length * Stride];
        _firstSteps = new int[cuts.Length];
        Offsets = new int[cuts.Length + 1];
        Array.Fill(_padded, double.PositiveInfinity);
        for (int feature = 0; feature < cuts.Length; feature++)
        {
            cuts[feature].CopyTo(_padded, feature * Stride);
            int span = 1;
            while (span <= cuts[feature].Length)
            {
                span *= 2;
            }

            _firstSteps[feature] = span / 2;
            Offsets[feature + 1] = Offsets[feature] + cuts[feature].Length + 2;
        }
    }

    public int FeatureCount => _cuts.Length;

    /// <summary>Where the bins of each feature begin when all are laid end to end, the bin for missing values being each one's last.</summary>
    public int[] Offsets { get; }

    public int BinCount => Offsets[^1];

    /// <summary>Finds the cuts of every column of the points.</summary>
    public static FeatureBins Of(Matrix points, int mostBins, int? degreeOfParallelism, CancellationToken cancellationToken)
    {
        var cuts = new double[points.Columns][];
        ParallelWork.Run(
            cuts.Length, degreeOfParallelism, feature => cuts[feature] = QuantileCuts.Of(points, feature, mostBins), cancellationToken);
        return new FeatureBins(cuts);
    }

    public double[] Cuts(int feature) => _cuts[feature];

    public byte MissingCode(int feature) => (byte)(_cuts[feature].Length + 1);

    /// <summary>The codes of every row.</summary>
    public BinCodes Encode(Matrix points, int? degreeOfParallelism, CancellationToken cancellationToken)
    {
        var codes = new BinCodes(points.Rows, points.Columns);
        int pieces = (points.Rows + RowsPerPiece - 1) / RowsPerPiece;
        ParallelWork.Run(
            pieces,
            degreeOfParallelism,
            piece =>
            {
                int start = piece * RowsPerPiece;
                int end = Math.Min(start + RowsPerPiece, points.Rows);
                Encode(points, start, end, codes.ByColumn.AsSpan(start), codes.ColumnStride);
                codes.FillRows(start, end);
            },
            cancellationToken);
        return codes;
    }

    /// <summary>Codes the rows from <paramref name="start"/> to <paramref name="end"/>, one column after another.</summary>
    /// <param name="points">The values.</param>
    /// <param name="start">The first row.</param>
    /// <param name="end">The row after the last.</param>
    /// <param name="codes">Where the first row's code of the first column goes.</param>
    /// <param name="columnStride">How far apart columns stand.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void Encode(Matrix points, int start, int end, Span<byte> codes, int columnStride)
    {
        int columns = _cuts.Length;
        fixed (double* values = points.Values)
        fixed (double* padded = _padded)
        fixed (byte* result = codes)
        {
            for (int feature = 0; feature < columns; feature++)
            {
                double* cuts = padded + (feature * Stride) - 1;
                int first = _firstSteps[feature];
                byte missing = MissingCode(feature);
                double* value = values + ((nint)start * columns) + feature;
                byte* code = result + ((nint)feature * columnStride);
                for (int row = start; row < end; row++, value += columns)
                {
                    // Steps are added under a mask: a branch here would be guessed wrong half the time.
                    double x = *value;
                    int below = 0;
                    for (int step = first; step > 0; step >>= 1)
                    {
                        int isBelow = cuts[below + step] < x ? 1 : 0;
                        below += step & -isBelow;
                    }

                    *code++ = double.IsNaN(x) ? missing : (byte)below;
                }
            }
        }
    }
}
