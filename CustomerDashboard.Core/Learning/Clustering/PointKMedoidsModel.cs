using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Clusters of n points in d dimensions around k of them, the largest cluster first.</summary>
public sealed class PointKMedoidsModel : IPredictingClusterModel
{
    private readonly KMedoidsModel _model;

    internal PointKMedoidsModel(KMedoidsModel model, Matrix points)
    {
        _model = model;
        MedoidPoints = points.SelectRows(model.Medoids);
    }

    /// <inheritdoc cref="KMedoidsModel.Medoids"/>
    public int[] Medoids => _model.Medoids;

    /// <summary>The coordinates of the medoids (k x d).</summary>
    public Matrix MedoidPoints { get; }

    /// <inheritdoc cref="KMedoidsModel.Labels"/>
    public int[] Labels => _model.Labels;

    /// <inheritdoc />
    public int[] Sizes => _model.Sizes;

    /// <inheritdoc cref="KMedoidsModel.TotalDistance"/>
    public double TotalDistance => _model.TotalDistance;

    /// <inheritdoc cref="KMedoidsModel.Swaps"/>
    public int Swaps => _model.Swaps;

    /// <inheritdoc cref="KMedoidsModel.Converged"/>
    public bool Converged => _model.Converged;

    /// <inheritdoc />
    public int[] Predict(Matrix points)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Columns != MedoidPoints.Columns)
        {
            throw new ArgumentException($"The clusters were fitted on {MedoidPoints.Columns} columns, the points have {points.Columns}.", nameof(points));
        }

        MatrixGuard.RequireFinite(points, parameterName: nameof(points));
        var distances = new Matrix(points.Rows, Medoids.Length);
        for (int row = 0; row < points.Rows; row++)
        {
            ReadOnlySpan<double> point = points.Row(row);
            for (int cluster = 0; cluster < distances.Columns; cluster++)
            {
                ReadOnlySpan<double> medoid = MedoidPoints.Row(cluster);

                // Added in the order of the columns, as the distances of the fit were.
                double sum = 0;
                for (int column = 0; column < point.Length; column++)
                {
                    sum += (point[column] - medoid[column]) * (point[column] - medoid[column]);
                }

                distances[row, cluster] = Math.Sqrt(sum);
            }
        }

        return _model.Assign(distances);
    }
}
