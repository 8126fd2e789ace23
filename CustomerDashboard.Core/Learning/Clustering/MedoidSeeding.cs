using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>First medoids for k-medoids.</summary>
internal static class MedoidSeeding
{
    private const int Pieces = 16;

    /// <summary>
    /// One by one the point that shortens the total distance most, the first on a tie (BUILD of Kaufman and Rousseeuw).
    /// </summary>
    public static int[] Build(CondensedDistances distances, int clusters, int? degreeOfParallelism, CancellationToken cancellationToken)
    {
        int count = distances.Count;
        var medoids = new int[clusters];
        var chosen = new bool[count];
        var nearest = new float[count];
        Array.Fill(nearest, float.PositiveInfinity);
        for (int cluster = 0; cluster < clusters; cluster++)
        {
            double[] gains = cluster == 0
                ? Gains(distances, null, degreeOfParallelism, cancellationToken)
                : Gains(distances, nearest, degreeOfParallelism, cancellationToken);
            int best = -1;
            for (int point = 0; point < count; point++)
            {
                // A point that stands where a medoid stands gains nothing and would leave its cluster empty.
                bool usable = !chosen[point] && (cluster == 0 || nearest[point] > 0);
                best = usable && (best < 0 || gains[point] > gains[best]) ? point : best;
            }

            chosen[best] = true;
            medoids[cluster] = best;
            for (int point = 0; point < count; point++)
            {
                nearest[point] = Math.Min(nearest[point], distances[best, point]);
            }
        }

        return medoids;
    }

    /// <summary>Points drawn with probability proportional to their squared distance from those drawn before (as k-means++).</summary>
    public static int[] Draw(CondensedDistances distances, int clusters, RandomSource random)
    {
        var medoids = new int[clusters];
        var squares = new double[distances.Count];
        Array.Fill(squares, double.PositiveInfinity);
        medoids[0] = random.NextInt(distances.Count);
        for (int cluster = 1; cluster <= clusters; cluster++)
        {
            int last = medoids[cluster - 1];
            for (int point = 0; point < squares.Length; point++)
            {
                double distance = distances[last, point];
                squares[point] = Math.Min(squares[point], distance * distance);
            }

            if (cluster < clusters)
            {
                medoids[cluster] = DrawBy(squares, random);
            }
        }

        return medoids;
    }

    private static int DrawBy(double[] weights, RandomSource random)
    {
        double target = VectorSums.Sum(weights) * random.NextDouble();
        int last = -1;
        for (int point = 0; point < weights.Length && target >= 0; point++)
        {
            if (weights[point] > 0)
            {
                last = point;
                target -= weights[point];
            }
        }

        return last;
    }

    /// <summary>How much each point would shorten the total distance as a further medoid; minus its own total as the first.</summary>
    private static double[] Gains(CondensedDistances distances, float[]? nearest, int? degreeOfParallelism, CancellationToken cancellationToken)
    {
        int count = distances.Count;
        var partial = new double[Pieces][];
        ParallelWork.Run(
            Pieces,
            degreeOfParallelism,
            piece =>
            {
                var gains = new double[count];

                // Rows shorten downwards, so the pieces take them in turn. Each pair is read once and serves both ends.
                for (int row = piece; row < count; row += Pieces)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    AddRow(distances.RowAfter(row), row, nearest, gains);
                }

                partial[piece] = gains;
            },
            cancellationToken);
        var total = new double[count];
        foreach (double[] gains in partial)
        {
            for (int point = 0; point < count; point++)
            {
                total[point] += gains[point];
            }
        }

        for (int point = 0; nearest is not null && point < count; point++)
        {
            total[point] += nearest[point];
        }

        return total;
    }

    private static void AddRow(ReadOnlySpan<float> row, int first, float[]? nearest, double[] gains)
    {
        double own = 0;
        Span<double> others = gains.AsSpan(first + 1, row.Length);
        if (nearest is null)
        {
            for (int i = 0; i < row.Length; i++)
            {
                own -= row[i];
                others[i] -= row[i];
            }
        }
        else
        {
            ReadOnlySpan<float> near = nearest.AsSpan(first + 1, row.Length);
            float ownNear = nearest[first];
            for (int i = 0; i < row.Length; i++)
            {
                own += Math.Max(0, near[i] - row[i]);
                others[i] += Math.Max(0, ownNear - row[i]);
            }
        }

        gains[first] += own;
    }
}
