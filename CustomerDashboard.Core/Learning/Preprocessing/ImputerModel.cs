using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>What stands in for the missing values of each column.</summary>
public sealed class ImputerModel : IPreprocessingModel
{
    private readonly double[] _fills;
    private readonly int[] _indicators;

    internal ImputerModel(double[] fills, int[] indicators)
    {
        _fills = fills;
        _indicators = indicators;
    }

    /// <summary>The number for each column's gaps.</summary>
    public IReadOnlyList<double> Fills => _fills;

    /// <summary>The columns that have another one, behind all columns and in this order, which is 1 where a value was missing.</summary>
    public IReadOnlyList<int> IndicatorColumns => _indicators;

    /// <inheritdoc />
    public int InputColumns => _fills.Length;

    /// <inheritdoc />
    public int OutputColumns => _fills.Length + _indicators.Length;

    /// <inheritdoc />
    public Matrix Transform(Matrix points)
    {
        PreprocessingChain.RequireColumns(points, InputColumns);
        var result = new Matrix(points.Rows, OutputColumns);
        for (int row = 0; row < points.Rows; row++)
        {
            ReadOnlySpan<double> from = points.Row(row);
            Span<double> to = result.Row(row);
            for (int column = 0; column < from.Length; column++)
            {
                to[column] = double.IsNaN(from[column]) ? _fills[column] : from[column];
            }

            for (int i = 0; i < _indicators.Length; i++)
            {
                to[from.Length + i] = double.IsNaN(from[_indicators[i]]) ? 1 : 0;
            }
        }

        return result;
    }

    /// <inheritdoc />
    public int SourceOf(int outputColumn) => outputColumn < _fills.Length ? outputColumn : _indicators[outputColumn - _fills.Length];

    /// <inheritdoc />
    public IReadOnlyList<string> OutputNames(IReadOnlyList<string> inputNames)
    {
        ArgumentNullException.ThrowIfNull(inputNames);
        return [.. inputNames, .. _indicators.Select(column => $"{inputNames[column]} is missing")];
    }
}
