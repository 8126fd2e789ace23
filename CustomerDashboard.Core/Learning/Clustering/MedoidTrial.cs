using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// What it would change to put each of sixteen neighbouring points into the place of each medoid. One instance serves one
/// thread at a time.
/// </summary>
internal sealed unsafe class MedoidTrial
{
    /// <summary>How many points are tried at once: their distances to an earlier point fill one cache line.</summary>
    public const int Width = 16;

    private readonly CondensedDistances _distances;
    private readonly float[] _block;
    private readonly double[] _losses;
    private readonly double[] _gains = new double[Width];
    private readonly int _clusters;

    public MedoidTrial(CondensedDistances distances, int clusters)
    {
        _distances = distances;
        _clusters = clusters;
        _block = new float[distances.Count * Width];
        _losses = new double[clusters * Width];
    }

    /// <summary>Tries the points from <paramref name="first"/> on.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="removal">What the loss of each medoid costs.</param>
    /// <param name="nearest">The medoid of each point.</param>
    /// <param name="nearestDistance">Its distance.</param>
    /// <param name="secondDistance">The distance of the next nearest medoid, infinite when there is none.</param>
    public void Try(int first, double[] removal, int[] nearest, float[] nearestDistance, float[] secondDistance)
    {
        FillBlock(first);
        for (int cluster = 0; cluster < _clusters; cluster++)
        {
            // Without a second medoid the loss is infinite, and what a candidate takes over is counted below instead.
            Array.Fill(_losses, _clusters == 1 ? 0 : removal[cluster], cluster * Width, Width);
        }

        Array.Clear(_gains);
        if (_clusters == 1)
        {
            AddTotals(nearestDistance);
        }
        else
        {
            AddChanges(nearest, nearestDistance, secondDistance);
        }
    }

    /// <summary>The best medoid to put a point in the place of.</summary>
    public int Replaced(int lane)
    {
        int best = 0;
        for (int cluster = 1; cluster < _clusters; cluster++)
        {
            best = _losses[(cluster * Width) + lane] < _losses[(best * Width) + lane] ? cluster : best;
        }

        return best;
    }

    /// <summary>How the total distance would change.</summary>
    public double Change(int lane) => _gains[lane] + _losses[(Replaced(lane) * Width) + lane];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillBlock(int first)
    {
        int count = _distances.Count;
        int width = Math.Min(Width, count - first);
        for (int other = 0; other < first; other++)
        {
            _distances.Values.AsSpan(_distances.Index(other, first), width).CopyTo(_block.AsSpan(other * Width));
        }

        for (int other = first; other < first + width; other++)
        {
            for (int lane = 0; lane < width; lane++)
            {
                _block[(other * Width) + lane] = _distances[other, first + lane];
            }
        }

        if (first + width == count)
        {
            return;
        }

        // A whole block comes before others: its rows are read side by side, each from the first point behind the block on.
        fixed (float* values = _distances.Values, block = _block)
        {
            int* starts = stackalloc int[Width];
            for (int lane = 0; lane < Width; lane++)
            {
                starts[lane] = _distances.Index(first + lane, first + Width);
            }

            float* to = block + ((first + Width) * Width);
            for (int i = 0; i < count - first - Width; i++)
            {
                for (int lane = 0; lane < Width; lane++)
                {
                    *to++ = values[starts[lane] + i];
                }
            }
        }
    }

    private void AddTotals(float[] nearestDistance)
    {
        for (int other = 0; other < nearestDistance.Length; other++)
        {
            for (int lane = 0; lane < Width; lane++)
            {
                _gains[lane] += (double)_block[(other * Width) + lane] - nearestDistance[other];
            }
        }
    }

    /// <summary>
    /// A point nearer to the candidate than to its medoid gains that, whichever medoid goes; if its own goes, it does not go to the
    /// second nearest. A point between the two only avoids the second nearest.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddChanges(int[] nearest, float[] nearestDistance, float[] secondDistance)
    {
        fixed (float* block = _block)
        fixed (double* losses = _losses, gains = _gains)
        {
            for (int lane = 0; lane < Width; lane += 4)
            {
                Vector256<double> gain = Vector256<double>.Zero;
                float* distances = block + lane;
                for (int other = 0; other < nearest.Length; other++, distances += Width)
                {
                    Vector256<double> distance = Vector256.WidenLower(Vector128.Load(distances).ToVector256Unsafe());
                    Vector256<double> near = Vector256.Create((double)nearestDistance[other]);
                    Vector256<double> second = Vector256.Create((double)secondDistance[other]);
                    gain += Vector256.MinNative(Vector256<double>.Zero, distance - near);
                    double* loss = losses + (nearest[other] * Width) + lane;
                    Vector256<double> instead = Vector256.MinNative(second, Vector256.MaxNative(distance, near));
                    (Vector256.Load(loss) + (instead - second)).Store(loss);
                }

                gain.Store(gains + lane);
            }
        }
    }
}
