using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>
/// Adds the values of trees to margins. A tree is not followed row by row: every split is decided for 128 rows at once, a byte each,
/// and the numbers of the leaves reached come out by selection. (Gathering by index is slow on machines patched against its leaks.)
/// </summary>
internal static class TreeScoring
{
    /// <summary>Rows whose splits are decided together.</summary>
    public const int RowsAtOnce = 128;

    /// <summary>Rows gone through tree by tree: their codes and margins stay in the cache.</summary>
    public const int RowsPerPiece = 2048;

    /// <summary>Less work than this, in rows x trees, is done by the calling thread.</summary>
    private const long WorthSharing = 100_000;

    private const int Vectors = RowsAtOnce / 32;

    /// <summary>Adds one tree's values to the margins of all coded rows.</summary>
    public static void Add(ScoringTree tree, BinCodes codes, double[] margins, int? degreeOfParallelism, CancellationToken cancellationToken)
    {
        int pieces = (codes.Rows + RowsPerPiece - 1) / RowsPerPiece;
        ParallelWork.Run(
            pieces,
            codes.Rows < WorthSharing ? 1 : degreeOfParallelism,
            piece =>
            {
                int start = piece * RowsPerPiece;
                int count = Math.Min(RowsPerPiece, codes.Rows - start);
                Add(tree, codes.ByColumn.AsSpan(start), codes.ColumnStride, margins.AsSpan(start, count));
            },
            cancellationToken);
    }

    /// <summary>
    /// Codes the rows piece by piece and adds the values of every output's trees to its margins; trees in their order, so that sums
    /// round alike on every machine.
    /// </summary>
    public static void Add(
        ScoringTree[][] trees, FeatureBins bins, Matrix points, double[][] margins, CancellationToken cancellationToken)
    {
        int pieces = (points.Rows + RowsPerPiece - 1) / RowsPerPiece;
        ParallelWork.Run(
            pieces,
            (long)points.Rows * trees.Length * trees[0].Length < WorthSharing ? 1 : null,
            piece =>
            {
                int start = piece * RowsPerPiece;
                int count = Math.Min(RowsPerPiece, points.Rows - start);
                byte[] codes = System.Buffers.ArrayPool<byte>.Shared.Rent(RowsPerPiece * points.Columns);
                bins.Encode(points, start, start + count, codes, RowsPerPiece);
                for (int output = 0; output < trees.Length; output++)
                {
                    foreach (ScoringTree tree in trees[output])
                    {
                        Add(tree, codes, RowsPerPiece, margins[output].AsSpan(start, count));
                    }
                }

                System.Buffers.ArrayPool<byte>.Shared.Return(codes);
            },
            cancellationToken);
    }

    /// <summary>Adds one tree's values to the margins of rows whose codes are given column after column, in whole groups of rows.</summary>
    private static void Add(ScoringTree tree, ReadOnlySpan<byte> codes, int columnStride, Span<double> margins)
    {
        if (tree.Values.Length == 1)
        {
            foreach (ref double margin in margins)
            {
                margin += tree.Values[0];
            }
        }
        else if (tree.Values.Length == 0)
        {
            for (int row = 0; row < margins.Length; row++)
            {
                margins[row] += tree.Follow(codes[row..], columnStride);
            }
        }
        else
        {
            AddByLeaves(tree, codes, columnStride, margins);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void AddByLeaves(ScoringTree tree, ReadOnlySpan<byte> codes, int columnStride, Span<double> margins)
    {
        byte* stack = stackalloc byte[(tree.StackSize + 1) * RowsAtOnce];
        fixed (byte* allCodes = codes)
        fixed (double* margin = margins)
        fixed (double* values = tree.Values)
        fixed (ScoringTree.Step* steps = tree.Steps)
        {
            for (int start = 0; start < margins.Length; start += RowsAtOnce)
            {
                byte* top = stack;
                for (int i = 0; i < tree.Steps.Length; i++)
                {
                    ScoringTree.Step step = steps[i];
                    byte* code = allCodes + start + ((nint)step.Feature * columnStride);
                    Vector256<byte> leaf = Vector256.Create(step.Leaf);
                    if (step.Kind == ScoringTree.StepKind.Split)
                    {
                        top -= RowsAtOnce;
                        Select(top - RowsAtOnce, top, code, step);
                    }
                    else
                    {
                        for (int vector = 0; vector < Vectors; vector++)
                        {
                            Vector256<byte> number =
                                step.Kind == ScoringTree.StepKind.Leaf ? leaf : leaf - GoesRight(Vector256.Load(code + (vector * 32)), step);
                            number.Store(top + (vector * 32));
                        }

                        top += RowsAtOnce;
                    }
                }

                int count = Math.Min(RowsAtOnce, margins.Length - start);
                for (int row = 0; row < count; row++)
                {
                    margin[start + row] += values[stack[row]];
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Select(byte* left, byte* right, byte* code, ScoringTree.Step step)
    {
        for (int vector = 0; vector < RowsAtOnce; vector += 32)
        {
            Vector256<byte> goesRight = GoesRight(Vector256.Load(code + vector), step);
            Vector256.ConditionalSelect(goesRight, Vector256.Load(right + vector), Vector256.Load(left + vector)).Store(left + vector);
        }
    }

    /// <summary>All bits set where a code goes right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> GoesRight(Vector256<byte> codes, ScoringTree.Step step)
    {
        Vector256<byte> right = Vector256.GreaterThan(codes, Vector256.Create(step.Cut));
        return step.Exception == 0 ? right : Vector256.AndNot(right, Vector256.Equals(codes, Vector256.Create(step.Exception)));
    }
}
