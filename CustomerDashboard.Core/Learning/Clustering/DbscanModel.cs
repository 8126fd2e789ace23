using CustomerDashboard.Core.Learning.Neighbours;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Dense regions of n points in d dimensions, the largest first, and the points in none of them.</summary>
public sealed class DbscanModel : IPredictingClusterModel
{
    private const int RowsPerPiece = 512;

    private readonly CorePointIndex _index;
    private readonly int[] _positionLabels;
    private readonly int _dimensions;
    private readonly int? _degreeOfParallelism;

    internal DbscanModel(
        CorePointIndex index, int[] positionLabels, int[] labels, int[] sizes, int[] corePoints, int dimensions, int? degreeOfParallelism)
    {
        _index = index;
        _positionLabels = positionLabels;
        _dimensions = dimensions;
        _degreeOfParallelism = degreeOfParallelism;
        Labels = labels;
        Sizes = sizes;
        CorePoints = corePoints;
        NoiseCount = labels.Length;
        foreach (int size in sizes)
        {
            NoiseCount -= size;
        }
    }

    /// <summary>The cluster of each point, that of the nearest core point within epsilon; -1 where there is none.</summary>
    public int[] Labels { get; }

    /// <inheritdoc />
    public int[] Sizes { get; }

    /// <summary>The rows of the points that have enough neighbours, ascending.</summary>
    public int[] CorePoints { get; }

    /// <summary>How many points are in no cluster.</summary>
    public int NoiseCount { get; }

    /// <summary>The cluster of the nearest core point within epsilon of each new point (m x d), -1 for noise.</summary>
    /// <exception cref="ArgumentException">The number of columns differs, or a value is NaN or infinite.</exception>
    public int[] Predict(Matrix points)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Columns != _dimensions)
        {
            throw new ArgumentException($"The clusters were fitted on {_dimensions} columns, the points have {points.Columns}.", nameof(points));
        }

        MatrixGuard.RequireFinite(points, parameterName: nameof(points));
        var labels = new int[points.Rows];
        ParallelWork.Run(
            (points.Rows + RowsPerPiece - 1) / RowsPerPiece,
            _degreeOfParallelism,
            piece =>
            {
                for (int row = piece * RowsPerPiece; row < Math.Min(points.Rows, (piece + 1) * RowsPerPiece); row++)
                {
                    int nearest = _index.Nearest(points.Row(row));
                    labels[row] = nearest < 0 ? -1 : _positionLabels[nearest];
                }
            },
            CancellationToken.None);
        return labels;
    }
}
