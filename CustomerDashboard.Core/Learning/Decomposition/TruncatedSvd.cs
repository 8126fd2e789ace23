using CustomerDashboard.Core.Numerics;
using MathNet.Numerics.LinearAlgebra;
using DenseMatrix = MathNet.Numerics.LinearAlgebra.Double.DenseMatrix;

namespace CustomerDashboard.Core.Learning.Decomposition;

/// <summary>
/// The leading singular vectors of a sparse matrix by randomised subspace iteration (N. Halko, P. G. Martinsson, J. A. Tropp,
/// "Finding structure with randomness", SIAM Review 53, 2011). The matrix is not centred, so that it stays sparse.
/// Costs O(q k entries + q d k^2) for k directions and q iterations. The largest loading of each component is positive.
/// </summary>
public static class TruncatedSvd
{
    /// <summary>Fits components on <paramref name="values"/> (n rows, d columns).</summary>
    /// <exception cref="ArgumentException">The matrix has no row or no column, or an option cannot be used.</exception>
    public static TruncatedSvdModel Fit(
        SparseMatrix values, TruncatedSvdOptions? options = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        options ??= new TruncatedSvdOptions();
        options.Validate();
        if (values.Rows == 0 || values.Columns == 0)
        {
            throw new ArgumentException($"Components need rows and columns, not {values.Rows} x {values.Columns}.", nameof(values));
        }

        int smaller = Math.Min(values.Rows, values.Columns);
        int kept = Math.Min(options.Components, smaller);
        int carried = Math.Min((int)Math.Min((long)kept + options.Oversampling, int.MaxValue), smaller);
        SparseMatrix transposed = values.Transpose();
        Matrix basis = Start(values.Columns, carried, options.Seed);
        for (int iteration = 0; iteration < options.PowerIterations; iteration++)
        {
            progress?.Report(new WorkProgress("Finding dimensions", (double)iteration / (options.PowerIterations + 1), iteration, "rounds"));
            Matrix image = values.Multiply(basis, options.DegreeOfParallelism, cancellationToken);
            basis = transposed.Multiply(image, options.DegreeOfParallelism, cancellationToken);
            // Two multiplications lose few digits, so every other round is enough; the last basis must be at right angles.
            if (iteration % 2 == 1)
            {
                Orthonormalise(basis);
            }
        }

        if (options.PowerIterations % 2 == 1 || options.PowerIterations == 0)
        {
            Orthonormalise(basis);
        }

        Matrix reduced = values.Multiply(basis, options.DegreeOfParallelism, cancellationToken);
        var decomposition = DenseMatrix.OfArray(Gram(reduced)).Evd(Symmetricity.Symmetric);
        TruncatedSvdModel model = Assemble(values, basis, reduced, decomposition.EigenValues.Select(value => value.Real).ToArray(), decomposition.EigenVectors, kept);
        progress?.Report(new WorkProgress("Finding dimensions", 1, options.PowerIterations, "rounds"));
        return model;
    }

    private static Matrix Start(int rows, int columns, int seed)
    {
        var random = new RandomSource(seed);
        var start = new Matrix(rows, columns);
        for (int i = 0; i < start.Values.Length; i++)
        {
            start.Values[i] = random.NextGaussian();
        }

        return start;
    }

    /// <summary>Makes the columns of length 1 and at right angles (Gram and Schmidt, each column twice, which is enough for full precision).</summary>
    private static void Orthonormalise(Matrix basis)
    {
        int count = basis.Columns;
        var columns = new double[count][];
        for (int c = 0; c < count; c++)
        {
            columns[c] = basis.Column(c);
        }

        for (int c = 0; c < count; c++)
        {
            double[] current = columns[c];
            double before = VectorSums.Dot(current, current);
            for (int pass = 0; pass < 2; pass++)
            {
                for (int other = 0; other < c; other++)
                {
                    VectorSums.AddScaled(current, -VectorSums.Dot(columns[other], current), columns[other]);
                }
            }

            double norm = Math.Sqrt(VectorSums.Dot(current, current));
            // What is left of a direction that depends on the others is rounding noise; it must not become a component.
            double scale = norm > 1e-12 * Math.Sqrt(before) && norm > 0 ? 1 / norm : 0;
            for (int row = 0; row < current.Length; row++)
            {
                current[row] *= scale;
            }
        }

        for (int row = 0; row < basis.Rows; row++)
        {
            for (int c = 0; c < count; c++)
            {
                basis[row, c] = columns[c][row];
            }
        }
    }

    private static double[,] Gram(Matrix values)
    {
        int size = values.Columns;
        var upper = new Matrix(size, size);
        for (int row = 0; row < values.Rows; row++)
        {
            ReadOnlySpan<double> current = values.Row(row);
            for (int i = 0; i < size; i++)
            {
                if (current[i] != 0)
                {
                    VectorSums.AddScaled(upper.Row(i)[i..], current[i], current[i..]);
                }
            }
        }

        var gram = new double[size, size];
        for (int i = 0; i < size; i++)
        {
            for (int j = i; j < size; j++)
            {
                gram[i, j] = gram[j, i] = upper[i, j];
            }
        }

        return gram;
    }

    private static TruncatedSvdModel Assemble(
        SparseMatrix values, Matrix basis, Matrix reduced, double[] eigenvalues, Matrix<double> eigenvectors, int kept)
    {
        int carried = basis.Columns;
        var rotation = new Matrix(carried, kept);
        var singular = new double[kept];
        for (int component = 0; component < kept; component++)
        {
            // The eigenvalues come in ascending order; rounding can leave the last ones just below zero.
            int source = carried - 1 - component;
            singular[component] = Math.Sqrt(Math.Max(0, eigenvalues[source]));
            for (int i = 0; i < carried; i++)
            {
                rotation[i, component] = eigenvectors[i, source];
            }
        }

        Matrix loadings = Product(basis, rotation);
        FixSigns(loadings);
        Matrix scores = Product(reduced, rotation);
        double total = ColumnVariance(values);
        var variance = new double[kept];
        var ratio = new double[kept];
        for (int component = 0; component < kept; component++)
        {
            double[] column = scores.Column(component);
            double mean = VectorSums.Sum(column) / column.Length;
            variance[component] = Math.Max(0, (VectorSums.Dot(column, column) / column.Length) - (mean * mean));
            ratio[component] = total > 0 ? variance[component] / total : 0;
        }

        return new TruncatedSvdModel(singular, loadings, variance, ratio);
    }

    private static Matrix Product(Matrix left, Matrix right)
    {
        var product = new Matrix(left.Rows, right.Columns);
        for (int row = 0; row < left.Rows; row++)
        {
            for (int i = 0; i < left.Columns; i++)
            {
                VectorSums.AddScaled(product.Row(row), left[row, i], right.Row(i));
            }
        }

        return product;
    }

    private static void FixSigns(Matrix loadings)
    {
        for (int component = 0; component < loadings.Columns; component++)
        {
            int largest = 0;
            for (int row = 1; row < loadings.Rows; row++)
            {
                // The margin keeps rounding from choosing between two loadings that are equal but for their sign.
                if (Math.Abs(loadings[row, component]) > Math.Abs(loadings[largest, component]) * (1 + 1e-9))
                {
                    largest = row;
                }
            }

            for (int row = 0; loadings[largest, component] < 0 && row < loadings.Rows; row++)
            {
                if (row != largest)
                {
                    loadings[row, component] = -loadings[row, component];
                }
            }

            loadings[largest, component] = Math.Abs(loadings[largest, component]);
        }
    }

    /// <summary>The variance of all columns together, zeros included.</summary>
    private static double ColumnVariance(SparseMatrix values)
    {
        var sums = new double[values.Columns];
        double squares = 0;
        for (int i = 0; i < values.Values.Length; i++)
        {
            sums[values.ColumnIndices[i]] += values.Values[i];
            squares += values.Values[i] * values.Values[i];
        }

        return (squares - (VectorSums.Dot(sums, sums) / values.Rows)) / values.Rows;
    }
}
