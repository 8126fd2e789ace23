using System.Globalization;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Neighbours;

/// <summary>The training rows of a model by nearest neighbours, with who of them speaks for a new row and how loudly.</summary>
internal sealed class NeighbourIndex
{
    private const int RowsPerPiece = 64;

    private readonly KdTree _tree;
    private readonly KNearestNeighboursOptions _options;

    /// <summary>Keeps the rows for later questions.</summary>
    /// <exception cref="ArgumentException">There are fewer rows than neighbours to ask.</exception>
    public NeighbourIndex(Matrix points, KNearestNeighboursOptions options, CancellationToken cancellationToken)
    {
        if (points.Rows < options.Neighbours)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"There are {points.Rows} rows to learn from but {options.Neighbours} neighbours to ask; choose {points.Rows} or fewer."),
                nameof(points));
        }

        _options = options;
        _tree = new KdTree(points, cancellationToken);
    }

    /// <summary>Takes the answer of the neighbours of one row: their training rows, nearest first, and their weights, which sum to 1.</summary>
    public delegate void Listener(int row, ReadOnlySpan<int> neighbours, ReadOnlySpan<double> weights);

    public int FeatureCount => _tree.Dimensions;

    public KNearestNeighboursOptions Options => _options;

    /// <summary>The rows as they were given.</summary>
    public Matrix Points()
    {
        var points = new Matrix(_tree.Count, _tree.Dimensions);
        for (int position = 0; position < _tree.Count; position++)
        {
            _tree.CopyPoint(position, points.Row(_tree.Order[position]));
        }

        return points;
    }

    /// <summary>Asks the neighbours of every row. The listener is called from several threads, once for each row.</summary>
    public void Ask(Matrix points, Listener listener)
    {
        int pieces = (points.Rows + RowsPerPiece - 1) / RowsPerPiece;
        ParallelWork.Run(
            pieces,
            _options.DegreeOfParallelism,
            piece =>
            {
                var search = new NearestNeighbours(_tree, _options.Neighbours);
                var rows = new int[_options.Neighbours];
                var weights = new double[_options.Neighbours];
                int end = Math.Min(points.Rows, (piece + 1) * RowsPerPiece);
                for (int row = piece * RowsPerPiece; row < end; row++)
                {
                    search.Find(points.Row(row));
                    for (int i = 0; i < rows.Length; i++)
                    {
                        rows[i] = _tree.Order[search.Positions[i]];
                    }

                    Weigh(search.SquaredDistances, weights);
                    listener(row, rows, weights);
                }
            },
            CancellationToken.None);
    }

    private void Weigh(ReadOnlySpan<double> squares, Span<double> weights)
    {
        if (_options.Weighting == NeighbourWeighting.Uniform)
        {
            weights.Fill(1.0 / weights.Length);
            return;
        }

        double nearest = Math.Sqrt(squares[0]);
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            // Shares of the nearest distance cannot overflow as inverse distances can.
            weights[i] = nearest == 0 ? (squares[i] == 0 ? 1 : 0) : nearest / Math.Sqrt(squares[i]);
            sum += weights[i];
        }

        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] /= sum;
        }
    }
}
