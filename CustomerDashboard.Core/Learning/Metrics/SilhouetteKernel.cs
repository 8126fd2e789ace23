using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>
/// The inner loop of the silhouette: sixteen points in registers meet every other point once, and each distance is added to
/// the running sum of the other point's cluster in every grouping. The sums of sixteen points fit the first-level cache.
/// </summary>
internal static unsafe class SilhouetteKernel
{
    /// <summary>How many points one piece of work has; a whole number of groups.</summary>
    private const int PieceSize = 8 * ColumnarPoints.Group;

    /// <summary>The silhouette of every point in every grouping; NaN for noise.</summary>
    public static double[][] Run(
        Matrix points,
        IReadOnlyList<int[]> labelings,
        int[][] sizes,
        int? degreeOfParallelism,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken)
    {
        int count = points.Rows;
        var columnar = new ColumnarPoints(points);
        var firstSlots = new int[sizes.Length];
        int slots = 0;
        for (int i = 0; i < sizes.Length; i++)
        {
            firstSlots[i] = slots;

            // One more than the clusters: noise goes there and is never read.
            slots += sizes[i].Length + 1;
        }

        int[] slotOffsets = SlotOffsets(labelings, sizes, firstSlots, count);
        var samples = new double[sizes.Length][];
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = new double[count];
        }

        int pieces = (count + PieceSize - 1) / PieceSize;
        int done = 0;
        var reporting = new Lock();
        ParallelWork.Run(
            pieces,
            degreeOfParallelism,
            piece =>
            {
                var sums = new double[slots * ColumnarPoints.Group];
                int end = Math.Min(count, (piece + 1) * PieceSize);
                for (int start = piece * PieceSize; start < end; start += ColumnarPoints.Group)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    Array.Clear(sums);
                    AddDistances(points, columnar, start, slotOffsets, sizes.Length, sums);
                    for (int i = 0; i < samples.Length; i++)
                    {
                        Finish(start, Math.Min(ColumnarPoints.Group, count - start), labelings[i], sizes[i], sums.AsSpan(firstSlots[i] * ColumnarPoints.Group), samples[i]);
                    }
                }

                lock (reporting)
                {
                    done++;
                    progress?.Report(new WorkProgress("Comparing segments", (double)done / pieces, Math.Min(count, (long)done * PieceSize), "points"));
                }
            },
            cancellationToken);
        return samples;
    }

    /// <summary>For each point and each grouping where in the sums its cluster begins; the groupings of one point side by side.</summary>
    private static int[] SlotOffsets(IReadOnlyList<int[]> labelings, int[][] sizes, int[] firstSlots, int count)
    {
        var offsets = new int[checked(count * sizes.Length)];
        for (int i = 0; i < sizes.Length; i++)
        {
            int[] labels = labelings[i];
            for (int point = 0; point < count; point++)
            {
                int slot = labels[point] < 0 ? sizes[i].Length : labels[point];
                offsets[(point * sizes.Length) + i] = (firstSlots[i] + slot) * ColumnarPoints.Group;
            }
        }

        return offsets;
    }

    // Compiled at full strength at once: one analysis from the command line is over before it would be found hot.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddDistances(Matrix points, ColumnarPoints columnar, int start, int[] slotOffsets, int groupings, double[] sums)
    {
        int dimensions = points.Columns;
        int stride = columnar.Stride;
        fixed (double* rows = points.Values, columns = columnar.Values, running = sums)
        fixed (int* offsets = slotOffsets)
        {
            double* other = rows;
            int* slot = offsets;
            for (int point = 0; point < points.Rows; point++)
            {
                SquaredDistances.OfSixteen(
                    columns + start, stride, other, dimensions,
                    out Vector256<double> distance0, out Vector256<double> distance1, out Vector256<double> distance2, out Vector256<double> distance3);
                other += dimensions;
                distance0 = Vector256.Sqrt(distance0);
                distance1 = Vector256.Sqrt(distance1);
                distance2 = Vector256.Sqrt(distance2);
                distance3 = Vector256.Sqrt(distance3);
                for (int i = 0; i < groupings; i++)
                {
                    double* sum = running + slot[i];
                    (Vector256.Load(sum) + distance0).Store(sum);
                    (Vector256.Load(sum + 4) + distance1).Store(sum + 4);
                    (Vector256.Load(sum + 8) + distance2).Store(sum + 8);
                    (Vector256.Load(sum + 12) + distance3).Store(sum + 12);
                }

                slot += groupings;
            }
        }
    }

    private static void Finish(int start, int lanes, int[] labels, int[] sizes, ReadOnlySpan<double> sums, double[] samples)
    {
        for (int lane = 0; lane < lanes; lane++)
        {
            int own = labels[start + lane];
            if (own < 0)
            {
                samples[start + lane] = double.NaN;
                continue;
            }

            if (sizes[own] == 1)
            {
                samples[start + lane] = 0;
                continue;
            }

            double within = sums[(own * ColumnarPoints.Group) + lane] / (sizes[own] - 1);
            double nearest = double.PositiveInfinity;
            for (int cluster = 0; cluster < sizes.Length; cluster++)
            {
                if (cluster != own && sizes[cluster] > 0)
                {
                    nearest = Math.Min(nearest, sums[(cluster * ColumnarPoints.Group) + lane] / sizes[cluster]);
                }
            }

            double larger = Math.Max(within, nearest);
            samples[start + lane] = larger == 0 ? 0 : (nearest - within) / larger;
        }
    }
}
