using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Decomposition;

/// <summary>Fitted principal components of d columns.</summary>
public sealed class PcaModel
{
    private readonly double[] _mean;
    private readonly double[] _scale;
    private readonly double[] _explainedVariance;
    private readonly double[] _explainedVarianceRatio;

    internal PcaModel(double[] mean, double[] scale, Matrix components, double[] explainedVariance, double[] explainedVarianceRatio)
    {
        _mean = mean;
        _scale = scale;
        _explainedVariance = explainedVariance;
        _explainedVarianceRatio = explainedVarianceRatio;
        Components = components;
        Loadings = new Matrix(components.Columns, components.Rows);
        for (int component = 0; component < components.Rows; component++)
        {
            double deviation = Math.Sqrt(explainedVariance[component]);
            for (int column = 0; column < components.Columns; column++)
            {
                Loadings[column, component] = components[component, column] * deviation;
            }
        }
    }

    /// <summary>The mean of each column.</summary>
    public IReadOnlyList<double> Mean => _mean;

    /// <summary>What each centred column is divided by: its standard deviation when standardising, else 1.</summary>
    public IReadOnlyList<double> Scale => _scale;

    /// <summary>One component per row (k x d), each of length 1, most variance first.</summary>
    public Matrix Components { get; }

    /// <summary>The variance along each component, divided by n - 1.</summary>
    public IReadOnlyList<double> ExplainedVariance => _explainedVariance;

    /// <summary>The share of all variance along each component; 0 when there is no variance at all.</summary>
    public IReadOnlyList<double> ExplainedVarianceRatio => _explainedVarianceRatio;

    /// <summary>
    /// One row per column of the data (d x k): the component times the deviation along it. For standardised columns this is,
    /// up to the factor n / (n - 1), the correlation between the column and the component.
    /// </summary>
    public Matrix Loadings { get; }

    /// <summary>The coordinates of <paramref name="values"/> (n x d) along the components (n x k).</summary>
    /// <exception cref="ArgumentException">The number of columns differs from the fitted one.</exception>
    public Matrix Transform(Matrix values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Columns != _mean.Length)
        {
            throw new ArgumentException($"The components were fitted on {_mean.Length} columns, the values have {values.Columns}.", nameof(values));
        }

        var result = new Matrix(values.Rows, Components.Rows);
        var centred = new double[values.Columns];
        for (int row = 0; row < values.Rows; row++)
        {
            ReadOnlySpan<double> current = values.Row(row);
            for (int column = 0; column < centred.Length; column++)
            {
                centred[column] = (current[column] - _mean[column]) / _scale[column];
            }

            for (int component = 0; component < Components.Rows; component++)
            {
                result[row, component] = VectorSums.Dot(centred, Components.Row(component));
            }
        }

        return result;
    }
}
