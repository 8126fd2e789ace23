using CustomerDashboard.Core.Learning.Neighbours;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Places new points in a fitted density tree, each beside the fitted point it is nearest to by mutual reachability.</summary>
internal sealed class DensityMembership(
    KdTree? tree, double[] core, CondensedTree? condensed, int[] clusterLabels, int[] positionLabels, double[] positionProbabilities, int dimensions, int minSamples, int? degreeOfParallelism)
{
    private const int RowsPerPiece = 256;

    /// <summary>A neighbour a little farther than the core distance can still be the nearest by mutual reachability.</summary>
    private const int NeighboursPerSample = 2;

    public (int[] Labels, double[] Probabilities) Find(Matrix points)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Columns != dimensions)
        {
            throw new ArgumentException($"The clusters were fitted on {dimensions} columns, the points have {points.Columns}.", nameof(points));
        }

        MatrixGuard.RequireFinite(points, parameterName: nameof(points));
        var labels = new int[points.Rows];
        var probabilities = new double[points.Rows];
        Array.Fill(labels, -1);
        if (tree is null || condensed is null)
        {
            return (labels, probabilities);
        }

        ParallelWork.Run(
            (points.Rows + RowsPerPiece - 1) / RowsPerPiece,
            degreeOfParallelism,
            piece =>
            {
                var search = new NearestNeighbours(tree, Math.Min(tree.Count, NeighboursPerSample * minSamples));
                for (int row = piece * RowsPerPiece; row < Math.Min(points.Rows, (piece + 1) * RowsPerPiece); row++)
                {
                    search.Find(points.Row(row));
                    (labels[row], probabilities[row]) = Place(search);
                }
            },
            CancellationToken.None);
        return (labels, probabilities);
    }

    private (int Label, double Probability) Place(NearestNeighbours search)
    {
        ReadOnlySpan<int> neighbours = search.Positions;
        ReadOnlySpan<double> squares = search.SquaredDistances;
        if (squares[0] == 0)
        {
            return (positionLabels[neighbours[0]], positionProbabilities[neighbours[0]]);
        }

        double ownCore = squares[Math.Min(minSamples, squares.Length) - 1];
        int nearest = neighbours[0];
        double reach = double.PositiveInfinity;
        for (int i = 0; i < neighbours.Length; i++)
        {
            double current = Math.Max(squares[i], Math.Max(ownCore, core[neighbours[i]]));
            if (current < reach)
            {
                reach = current;
                nearest = neighbours[i];
            }
        }

        double density = 1 / Math.Sqrt(reach);
        int cluster = condensed!.ItemClusters[nearest];
        while (cluster > 0 && condensed.Birth(cluster) > density)
        {
            cluster = condensed.Parent(cluster);
        }

        int label = clusterLabels[cluster];
        int holder = cluster;
        while (label < 0 && holder > 0)
        {
            holder = condensed.Parent(holder);
            label = clusterLabels[holder];
        }

        if (label < 0 || (holder == 0 && density < condensed.Death(0)))
        {
            return (-1, 0);
        }

        return (label, Math.Min(1, density / condensed.Death(holder)));
    }
}
