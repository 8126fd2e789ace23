using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Decomposition;

/// <summary>The leading singular values and directions of a sparse matrix of n rows and d columns.</summary>
public sealed class TruncatedSvdModel
{
    private readonly double[] _singularValues;
    private readonly double[] _explainedVariance;
    private readonly double[] _explainedVarianceRatio;

    internal TruncatedSvdModel(double[] singularValues, Matrix loadings, double[] explainedVariance, double[] explainedVarianceRatio)
    {
        _singularValues = singularValues;
        _explainedVariance = explainedVariance;
        _explainedVarianceRatio = explainedVarianceRatio;
        Loadings = loadings;
    }

    /// <summary>The singular values, largest first.</summary>
    public IReadOnlyList<double> SingularValues => _singularValues;

    /// <summary>One row per column of the matrix (d x k): its weight in each component; the columns of this are of length 1 and at right angles.</summary>
    public Matrix Loadings { get; }

    /// <summary>The variance of the rows along each component.</summary>
    public IReadOnlyList<double> ExplainedVariance => _explainedVariance;

    /// <summary>The share of the variance of all columns along each component. The matrix is not centred, so the shares need not fall from first to last.</summary>
    public IReadOnlyList<double> ExplainedVarianceRatio => _explainedVarianceRatio;

    /// <summary>The coordinates of rows (n x d) along the components (n x k).</summary>
    /// <exception cref="ArgumentException">The number of columns differs from the fitted one.</exception>
    public Matrix Transform(SparseMatrix values, int? degreeOfParallelism = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Columns != Loadings.Rows)
        {
            throw new ArgumentException($"The components were fitted on {Loadings.Rows} columns, the values have {values.Columns}.", nameof(values));
        }

        return values.Multiply(Loadings, degreeOfParallelism);
    }
}
