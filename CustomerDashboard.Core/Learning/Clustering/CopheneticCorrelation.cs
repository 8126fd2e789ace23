using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// How faithfully a tree keeps the distances of its leaves: Pearson's correlation, over all pairs, of their distance and the height at
/// which they are joined (R. R. Sokal, F. J. Rohlf, "The comparison of dendrograms by objective methods", 1962). Pairs of leaves that
/// stand for several points weigh as many pairs. O(n^2 d) time, O(n d) memory.
/// </summary>
public static class CopheneticCorrelation
{
    private const int RowsPerPiece = 64;

    /// <summary>Writes the distances of the leaf at one place to the leaves at all later places.</summary>
    private delegate void DistanceRow(int place, Span<double> distances);

    /// <summary>The correlation for straight-line distances of the leaves (n x d).</summary>
    /// <returns>From -1 to 1; NaN when all distances or all heights are the same.</returns>
    /// <exception cref="ArgumentException">The number of leaves differs, or a value is NaN or infinite.</exception>
    public static double Score(Dendrogram tree, Matrix leaves, int? degreeOfParallelism = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(leaves);
        RequireSameCount(tree, leaves.Rows);
        MatrixGuard.RequireFinite(leaves, parameterName: nameof(leaves));
        var columns = new ColumnarPoints(leaves.SelectRows(tree.LeafOrder));
        return Correlate(
            tree,
            (place, distances) =>
            {
                CondensedDistances.SquaredDistances(columns, place, place + 1, distances);
                for (int i = 0; i < distances.Length; i++)
                {
                    distances[i] = Math.Sqrt(distances[i]);
                }
            },
            degreeOfParallelism,
            cancellationToken);
    }

    /// <summary>The correlation for given distances of the leaves.</summary>
    /// <returns>From -1 to 1; NaN when all distances or all heights are the same.</returns>
    /// <exception cref="ArgumentException">The number of leaves differs.</exception>
    public static double Score(
        Dendrogram tree, CondensedDistances distances, int? degreeOfParallelism = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(distances);
        RequireSameCount(tree, distances.Count);
        return Correlate(
            tree,
            (place, row) =>
            {
                for (int i = 0; i < row.Length; i++)
                {
                    row[i] = distances[tree.LeafOrder[place], tree.LeafOrder[place + 1 + i]];
                }
            },
            degreeOfParallelism,
            cancellationToken);
    }

    private static double Correlate(Dendrogram tree, DistanceRow distancesFrom, int? degreeOfParallelism, CancellationToken cancellationToken)
    {
        int leaves = tree.LeafCount;
        var weights = new double[leaves];
        for (int place = 0; place < leaves; place++)
        {
            weights[place] = tree.LeafSizes[tree.LeafOrder[place]];
        }

        var pieces = new PairMoments[(leaves + RowsPerPiece - 1) / RowsPerPiece];
        ParallelWork.Run(
            pieces.Length,
            degreeOfParallelism,
            piece =>
            {
                var distances = new double[leaves];
                PairMoments moments = default;
                for (int place = piece * RowsPerPiece; place < Math.Min(leaves, (piece + 1) * RowsPerPiece); place++)
                {
                    Span<double> row = distances.AsSpan(0, leaves - place - 1);
                    distancesFrom(place, row);
                    AddRow(ref moments, row, tree.GapHeights.AsSpan(place), weights.AsSpan(place));
                }

                pieces[piece] = moments;
            },
            cancellationToken);
        PairMoments total = default;
        foreach (PairMoments moments in pieces)
        {
            total.Add(moments);
        }

        return total.Correlation();
    }

    /// <summary>Two leaves are joined at the greatest height between their places.</summary>
    private static void AddRow(ref PairMoments moments, ReadOnlySpan<double> distances, ReadOnlySpan<double> gaps, ReadOnlySpan<double> weights)
    {
        double height = 0;
        PairMoments row = default;
        for (int i = 0; i < distances.Length; i++)
        {
            height = Math.Max(height, gaps[i]);
            row.AddPair(distances[i], height, weights[0] * weights[i + 1]);
        }

        moments.Add(row);
    }

    private static void RequireSameCount(Dendrogram tree, int count)
    {
        if (tree.LeafCount != count)
        {
            throw new ArgumentException($"The tree has {tree.LeafCount} leaves, and distances of {count} were given.");
        }
    }
}
