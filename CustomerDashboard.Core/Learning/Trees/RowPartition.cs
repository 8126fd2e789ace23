using System.Runtime.CompilerServices;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>
/// The rows of a growing tree, those of one node side by side and in ascending order. Dividing a node keeps the order, so that
/// memory is read forwards.
/// </summary>
internal sealed class RowPartition(BinCodes codes, FeatureBins bins, int? degreeOfParallelism)
{
    /// <summary>Fewer rows than this are not worth another thread.</summary>
    public const int FewestRowsPerPiece = 16384;

    private readonly int[] _rows = new int[codes.Rows];
    private readonly int[] _spare = new int[codes.Rows];
    private readonly List<Piece> _pieces = [];

    public ReadOnlySpan<int> Rows(int start, int end) => _rows.AsSpan(start, end - start);

    public void Reset(ReadOnlySpan<int> rows) => rows.CopyTo(_rows);

    /// <summary>Divides every node in the list by its split and tells where its right rows begin.</summary>
    public void Divide(ReadOnlySpan<RowDivision> divisions, Span<int> middles, CancellationToken cancellationToken)
    {
        _pieces.Clear();
        int rows = 0;
        for (int i = 0; i < divisions.Length; i++)
        {
            RowDivision division = divisions[i];
            int count = division.End - division.Start;
            rows += count;
            int pieces = PiecesFor(count, degreeOfParallelism);
            for (int piece = 0; piece < pieces; piece++)
            {
                _pieces.Add(new Piece(
                    i, division, division.Start + (int)((long)count * piece / pieces), division.Start + (int)((long)count * (piece + 1) / pieces)));
            }
        }

        var lefts = new int[_pieces.Count];
        ParallelWork.Run(
            lefts.Length,
            rows < 2 * FewestRowsPerPiece ? 1 : degreeOfParallelism,
            piece => lefts[piece] = DividePiece(_pieces[piece]),
            cancellationToken);
        for (int first = 0; first < lefts.Length;)
        {
            int after = first + 1;
            while (after < lefts.Length && _pieces[after].Division == _pieces[first].Division)
            {
                after++;
            }

            middles[_pieces[first].Division] = Join(first, after, lefts);
            first = after;
        }
    }

    /// <summary>How many pieces to cut rows into; sums of whole numbers do not depend on it.</summary>
    public static int PiecesFor(int rows, int? degreeOfParallelism) =>
        Math.Clamp(rows / FewestRowsPerPiece, 1, 4 * (degreeOfParallelism ?? Environment.ProcessorCount));

    /// <summary>Left rows stay at the front of the piece, right rows go to the same place of the spare array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe int DividePiece(Piece piece)
    {
        BoostedSplit split = piece.Work.Split;
        fixed (int* rows = _rows)
        fixed (int* spare = _spare)
        fixed (byte* values = codes.ByColumn)
        {
            byte* code = values + ((nint)split.Feature * codes.ColumnStride);
            int cut = split.CutCode;

            // A missing value has the greatest code, so it goes right by itself; 0 never goes right.
            int never = split.MissingLeft ? bins.MissingCode(split.Feature) : 0;
            int left = piece.Start;
            int right = piece.Start;
            for (int i = piece.Start; i < piece.End; i++)
            {
                int row = rows[i];
                int value = code[row];
                int goesRight = (value > cut ? 1 : 0) & (value != never ? 1 : 0);
                rows[left] = row;
                spare[right] = row;
                right += goesRight;
                left += 1 - goesRight;
            }

            return left - piece.Start;
        }
    }

    private int Join(int first, int after, int[] lefts)
    {
        int position = _pieces[first].Start;
        for (int piece = first; piece < after; piece++)
        {
            if (position != _pieces[piece].Start)
            {
                Array.Copy(_rows, _pieces[piece].Start, _rows, position, lefts[piece]);
            }

            position += lefts[piece];
        }

        int middle = position;
        for (int piece = first; piece < after; piece++)
        {
            int count = _pieces[piece].End - _pieces[piece].Start - lefts[piece];
            Array.Copy(_spare, _pieces[piece].Start, _rows, position, count);
            position += count;
        }

        return middle;
    }

    private readonly record struct Piece(int Division, RowDivision Work, int Start, int End);
}
