using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>The model behind every scaler: each column has one offset and one scale.</summary>
public sealed class ScalerModel : IScalerModel
{
    private readonly double[] _offsets;
    private readonly double[] _scales;

    internal ScalerModel(ScalingMethod method, double[] offsets, double[] scales, int[] constantColumns)
    {
        Method = method;
        _offsets = offsets;
        _scales = scales;
        ConstantColumns = constantColumns;
    }

    /// <inheritdoc />
    public ScalingMethod Method { get; }

    /// <inheritdoc />
    public IReadOnlyList<double> Offsets => _offsets;

    /// <inheritdoc />
    public IReadOnlyList<double> Scales => _scales;

    /// <inheritdoc />
    public IReadOnlyList<int> ConstantColumns { get; }

    /// <inheritdoc />
    public Matrix Transform(Matrix values)
    {
        RequireFittedColumns(values, nameof(values));
        var result = new Matrix(values.Rows, values.Columns);
        for (int row = 0; row < values.Rows; row++)
        {
            ReadOnlySpan<double> from = values.Row(row);
            Span<double> to = result.Row(row);
            for (int column = 0; column < from.Length; column++)
            {
                to[column] = (from[column] - _offsets[column]) / _scales[column];
            }
        }

        return result;
    }

    /// <inheritdoc />
    public Matrix InverseTransform(Matrix scaled)
    {
        RequireFittedColumns(scaled, nameof(scaled));
        var result = new Matrix(scaled.Rows, scaled.Columns);
        for (int row = 0; row < scaled.Rows; row++)
        {
            ReadOnlySpan<double> from = scaled.Row(row);
            Span<double> to = result.Row(row);
            for (int column = 0; column < from.Length; column++)
            {
                to[column] = (from[column] * _scales[column]) + _offsets[column];
            }
        }

        return result;
    }

    private void RequireFittedColumns(Matrix values, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(values, parameterName);
        if (values.Columns != _offsets.Length)
        {
            throw new ArgumentException($"The scaler was fitted on {_offsets.Length} columns, the values have {values.Columns}.", parameterName);
        }
    }
}
