using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>
/// Sums of derivatives by bin: for each bin of each feature two whole numbers, the sum of first and of second derivatives.
/// </summary>
internal static class GradientHistograms
{
    /// <summary>Whole numbers kept for each bin.</summary>
    public const int NumbersPerBin = 2;

    /// <summary>Features whose bins are filled at once: their histograms together stay in the first-level cache.</summary>
    private const int FeaturesAtOnce = 4;

    /// <summary>Rows gone through feature group by feature group, so that the later groups find them in the cache.</summary>
    private const int RowsAtOnce = 512;

    /// <summary>How many rows ahead memory is asked for: a node's rows lie scattered over the table.</summary>
    private const int Ahead = 24;

    /// <summary>Adds the rows' derivatives to the histogram of the features given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void Add(
        ReadOnlySpan<int> rows, BinCodes codes, long[] pairs, ReadOnlySpan<int> features, ReadOnlySpan<int> offsets, long[] histogram)
    {
        fixed (int* allRows = rows)
        fixed (byte* values = codes.ByRow)
        fixed (long* derivatives = pairs)
        fixed (long* sums = histogram)
        {
            nint stride = codes.Columns;
            for (int start = 0; start < rows.Length; start += RowsAtOnce)
            {
                int count = Math.Min(RowsAtOnce, rows.Length - start);
                int* tile = allRows + start;
                int prefetched = Math.Max(0, Math.Min(count, rows.Length - start - Ahead));
                int group = 0;
                for (; group + FeaturesAtOnce <= features.Length; group += FeaturesAtOnce)
                {
                    AddFour(
                        tile, count, group == 0 ? prefetched : 0, values, stride, derivatives, sums, features.Slice(group, FeaturesAtOnce), offsets);
                }

                for (; group < features.Length; group++)
                {
                    int feature = features[group];
                    byte* code = values + feature;
                    Vector128<long>* bins = (Vector128<long>*)sums + offsets[feature];
                    for (int i = 0; i < count; i++)
                    {
                        int row = tile[i];
                        bins[code[row * stride]] += Pair(derivatives[row]);
                    }
                }
            }
        }
    }

    /// <summary>Takes one histogram from another in place: a sibling is what its parent's histogram leaves over.</summary>
    public static void Subtract(Span<long> parent, ReadOnlySpan<long> child) => TensorPrimitives.Subtract(parent, child, parent);

    /// <summary>Adds one histogram to another.</summary>
    public static void Merge(Span<long> total, ReadOnlySpan<long> part) => TensorPrimitives.Add(total, part, total);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void AddFour(
        int* rows,
        int count,
        int prefetched,
        byte* codes,
        nint stride,
        long* derivatives,
        long* sums,
        ReadOnlySpan<int> features,
        ReadOnlySpan<int> offsets)
    {
        nint f0 = features[0], f1 = features[1], f2 = features[2], f3 = features[3];
        Vector128<long>* bins0 = (Vector128<long>*)sums + offsets[features[0]];
        Vector128<long>* bins1 = (Vector128<long>*)sums + offsets[features[1]];
        Vector128<long>* bins2 = (Vector128<long>*)sums + offsets[features[2]];
        Vector128<long>* bins3 = (Vector128<long>*)sums + offsets[features[3]];
        int i = 0;
        if (Sse.IsSupported)
        {
            for (; i < prefetched; i++)
            {
                nint next = rows[i + Ahead];
                Sse.Prefetch0(codes + (next * stride));
                Sse.Prefetch0(derivatives + next);
                nint row = rows[i];
                byte* code = codes + (row * stride);
                Vector128<long> pair = Pair(derivatives[row]);
                bins0[code[f0]] += pair;
                bins1[code[f1]] += pair;
                bins2[code[f2]] += pair;
                bins3[code[f3]] += pair;
            }
        }

        for (; i < count; i++)
        {
            nint row = rows[i];
            byte* code = codes + (row * stride);
            Vector128<long> pair = Pair(derivatives[row]);
            bins0[code[f0]] += pair;
            bins1[code[f1]] += pair;
            bins2[code[f2]] += pair;
            bins3[code[f3]] += pair;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<long> Pair(long halves) => Vector128.WidenLower(Vector128.CreateScalarUnsafe(halves).AsInt32());
}
