using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>Keeps some columns, in the order given, as a step of a pipeline; it learns nothing.</summary>
public sealed class ColumnSelection(IReadOnlyList<int> columns) : IPreprocessingStep
{
    private readonly int[] _columns = [.. columns];

    /// <inheritdoc />
    public string Name => "Choose columns";

    /// <inheritdoc />
    public IPreprocessingModel Fit(Matrix points, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        foreach (int column in _columns)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(column, nameof(points));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, points.Columns, nameof(points));
        }

        return new Model(points.Columns, _columns);
    }

    internal sealed class Model(int width, int[] columns) : IPreprocessingModel
    {
        public IReadOnlyList<int> Columns => columns;

        public int InputColumns => width;

        public int OutputColumns => columns.Length;

        public Matrix Transform(Matrix points)
        {
            PreprocessingChain.RequireColumns(points, width);
            return points.SelectColumns(columns);
        }

        public int SourceOf(int outputColumn) => columns[outputColumn];

        public IReadOnlyList<string> OutputNames(IReadOnlyList<string> inputNames) => Array.ConvertAll(columns, column => inputNames[column]);
    }
}
