using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// The distances between all pairs of n points, each pair once: the upper triangle row after row (0-1, 0-2, ..., 0-(n-1), 1-2, ...),
/// as SciPy's <c>pdist</c> orders it. Takes 4 bytes for each of the n(n-1)/2 pairs: 38 MB for 4,338 points, 800 MB for 20,000.
/// </summary>
public sealed class CondensedDistances
{
    /// <summary>The most points whose pairs one array can hold.</summary>
    public const int MaximumCount = 65_536;

    private const int RowsPerPiece = 32;

    /// <summary>Makes room for the distances of <paramref name="count"/> points, all 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or above <see cref="MaximumCount"/>.</exception>
    public CondensedDistances(int count)
        : this(count, new float[CheckedLength(count)])
    {
    }

    /// <summary>Wraps <paramref name="values"/>, the upper triangle row after row, without copying.</summary>
    /// <exception cref="ArgumentException">The array's length is not n(n-1)/2.</exception>
    public CondensedDistances(int count, float[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length != CheckedLength(count))
        {
            throw new ArgumentException($"{count} points have {CheckedLength(count)} pairs, and {values.Length} distances were given.", nameof(values));
        }

        Count = count;
        Values = values;
    }

    /// <summary>How many points there are.</summary>
    public int Count { get; }

    /// <summary>The upper triangle, row after row; not a copy.</summary>
    public float[] Values { get; }

    /// <summary>The distance of two points, in either order; 0 between a point and itself, which cannot be set.</summary>
    public float this[int first, int second]
    {
        get => first == second ? 0 : Values[Index(first, second)];
        set => Values[Index(first, second)] = value;
    }

    /// <summary>The distances of one point to all that come after it, as a view: entry j is the distance to point + 1 + j. For filling row by row.</summary>
    public Span<float> RowAfter(int point) => Values.AsSpan(RowStart(point), Count - point - 1);

    /// <summary>How much memory the distances of so many points take.</summary>
    public static long Bytes(int count) => (long)count * (count - 1) / 2 * sizeof(float);

    /// <summary>The straight-line distances of the rows of <paramref name="points"/> (n x d). Costs O(n^2 d).</summary>
    /// <param name="points">The points.</param>
    /// <param name="degreeOfParallelism">The most threads to use, null for one per processor.</param>
    /// <param name="cancellationToken">Checked every few rows.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are more than <see cref="MaximumCount"/> points.</exception>
    public static CondensedDistances Euclidean(Matrix points, int? degreeOfParallelism = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        MatrixGuard.RequireFinite(points, parameterName: nameof(points));
        var result = new CondensedDistances(points.Rows);
        var columns = new ColumnarPoints(points);
        ParallelWork.Run(
            (points.Rows + RowsPerPiece - 1) / RowsPerPiece,
            degreeOfParallelism,
            piece =>
            {
                var squares = new double[columns.Stride];
                for (int row = piece * RowsPerPiece; row < Math.Min(points.Rows, (piece + 1) * RowsPerPiece); row++)
                {
                    Span<double> sums = squares.AsSpan(0, points.Rows - row - 1);
                    SquaredDistances(columns, row, row + 1, sums);
                    TakeRoots(sums, result.RowAfter(row));
                }
            },
            cancellationToken);
        return result;
    }

    /// <summary>The position of a pair in <see cref="Values"/>.</summary>
    internal int Index(int first, int second) =>
        first < second ? RowStart(first) + second - first - 1 : RowStart(second) + first - second - 1;

    /// <summary>The squared distances of one point to as many points from <paramref name="start"/> on as there are sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void SquaredDistances(ColumnarPoints points, int point, int start, Span<double> sums)
    {
        sums.Clear();
        Span<Vector256<double>> vectors = MemoryMarshal.Cast<double, Vector256<double>>(sums);
        for (int dimension = 0; dimension < points.Dimensions; dimension++)
        {
            ReadOnlySpan<double> column = points.Values.AsSpan(dimension * points.Stride, points.Count);
            double own = column[point];
            ReadOnlySpan<double> others = column.Slice(start, sums.Length);
            ReadOnlySpan<Vector256<double>> otherVectors = MemoryMarshal.Cast<double, Vector256<double>>(others);
            Vector256<double> ownVector = Vector256.Create(own);
            for (int i = 0; i < vectors.Length; i++)
            {
                Vector256<double> difference = otherVectors[i] - ownVector;
                vectors[i] += difference * difference;
            }

            for (int i = vectors.Length * Vector256<double>.Count; i < sums.Length; i++)
            {
                sums[i] += (others[i] - own) * (others[i] - own);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TakeRoots(ReadOnlySpan<double> squares, Span<float> roots)
    {
        ReadOnlySpan<Vector256<double>> vectors = MemoryMarshal.Cast<double, Vector256<double>>(squares);
        int i = 0;
        for (; i + 1 < vectors.Length; i += 2)
        {
            Vector256.Narrow(Vector256.Sqrt(vectors[i]), Vector256.Sqrt(vectors[i + 1])).CopyTo(roots[(i * Vector256<double>.Count)..]);
        }

        for (int rest = i * Vector256<double>.Count; rest < squares.Length; rest++)
        {
            roots[rest] = (float)Math.Sqrt(squares[rest]);
        }
    }

    private static int CheckedLength(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count > MaximumCount)
        {
            throw new ArgumentOutOfRangeException(
                nameof(count), count, $"The distances between all pairs are kept for at most {MaximumCount} points; cluster a sample, or group the points first.");
        }

        return (int)((long)count * (count - 1) / 2);
    }

    private int RowStart(int point) => (int)((long)point * ((2L * Count) - point - 1) / 2);
}
