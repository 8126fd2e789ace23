using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;
using MathNet.Numerics.LinearAlgebra;
using DenseMatrix = MathNet.Numerics.LinearAlgebra.Double.DenseMatrix;

namespace CustomerDashboard.Core.Learning.Decomposition;

/// <summary>
/// Principal component analysis (I. T. Jolliffe, "Principal Component Analysis", 2nd ed., 2002) by the eigenvectors of the
/// covariance matrix. Costs O(n d^2 + d^3). The sign of each component is chosen so that its largest loading is positive,
/// hence a picture does not flip between two runs.
/// </summary>
public static class Pca
{
    /// <summary>Fits components on <paramref name="values"/> (n rows, d columns).</summary>
    /// <param name="values">The data.</param>
    /// <param name="options">How many components, and whether to standardise.</param>
    /// <param name="columnNames">What the columns are called, for messages.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <exception cref="ArgumentException">There are fewer than two rows or no column, or a value is NaN or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">More components are asked for than there are columns.</exception>
    public static PcaModel Fit(
        Matrix values,
        PcaOptions? options = null,
        IReadOnlyList<string>? columnNames = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        options ??= new PcaOptions();
        options.Validate();
        if (values.Rows < 2 || values.Columns == 0)
        {
            throw new ArgumentException(
                $"Principal components need at least 2 rows and 1 column, not {values.Rows} x {values.Columns}.", nameof(values));
        }

        MatrixGuard.RequireFinite(values, columnNames, nameof(values));
        int kept = options.Components ?? values.Columns;
        if (kept > values.Columns)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options), kept, $"{values.Columns} columns have at most {values.Columns} principal components.");
        }

        double[][] centred = Centre(values, options.Standardise, out double[] mean, out double[] scale);
        double[,] covariance = Covariance(centred, cancellationToken);
        var decomposition = DenseMatrix.OfArray(covariance).Evd(Symmetricity.Symmetric);

        double total = 0;
        for (int column = 0; column < values.Columns; column++)
        {
            total += covariance[column, column];
        }

        var components = new Matrix(kept, values.Columns);
        var variance = new double[kept];
        var ratio = new double[kept];
        for (int component = 0; component < kept; component++)
        {
            // The eigenvalues come in ascending order; rounding can leave the last ones just below zero.
            int source = values.Columns - 1 - component;
            variance[component] = Math.Max(0, decomposition.EigenValues[source].Real);
            ratio[component] = total > 0 ? variance[component] / total : 0;
            CopyWithSign(decomposition.EigenVectors, source, components.Row(component));
        }

        return new PcaModel(mean, scale, components, variance, ratio);
    }

    private static double[][] Centre(Matrix values, bool standardise, out double[] mean, out double[] scale)
    {
        ScalerModel scaler = StandardScaler.Fit(values);
        mean = [.. scaler.Offsets];
        scale = [.. scaler.Scales];
        if (!standardise)
        {
            Array.Fill(scale, 1);
        }

        var columns = new double[values.Columns][];
        for (int column = 0; column < columns.Length; column++)
        {
            double[] current = values.Column(column);
            for (int row = 0; row < current.Length; row++)
            {
                current[row] = (current[row] - mean[column]) / scale[column];
            }

            columns[column] = current;
        }

        return columns;
    }

    private static double[,] Covariance(double[][] centred, CancellationToken cancellationToken)
    {
        var covariance = new double[centred.Length, centred.Length];
        for (int row = 0; row < centred.Length; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int column = 0; column <= row; column++)
            {
                double value = VectorSums.Dot(centred[row], centred[column]) / (centred[row].Length - 1);
                covariance[row, column] = value;
                covariance[column, row] = value;
            }
        }

        return covariance;
    }

    private static void CopyWithSign(Matrix<double> vectors, int source, Span<double> component)
    {
        int largest = 0;
        for (int column = 0; column < component.Length; column++)
        {
            component[column] = vectors[column, source];

            // The margin keeps rounding from choosing between two loadings that are equal but for their sign.
            if (Math.Abs(component[column]) > Math.Abs(component[largest]) * (1 + 1e-9))
            {
                largest = column;
            }
        }

        if (component[largest] < 0)
        {
            for (int column = 0; column < component.Length; column++)
            {
                component[column] = -component[column];
            }
        }
    }
}
