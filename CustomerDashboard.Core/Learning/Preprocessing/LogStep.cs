using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary><see cref="LogTransform"/> of some columns, or of all for null, as a step of a pipeline; it learns nothing.</summary>
public sealed class LogStep(IReadOnlyList<int>? columns = null) : IPreprocessingStep
{
    /// <inheritdoc />
    public string Name => "Logarithms";

    /// <inheritdoc />
    public IPreprocessingModel Fit(Matrix points, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        foreach (int column in columns ?? [])
        {
            ArgumentOutOfRangeException.ThrowIfNegative(column, nameof(columns));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, points.Columns, nameof(columns));
        }

        return new Model(points.Columns, columns);
    }

    internal sealed class Model(int width, IReadOnlyList<int>? columns) : IPreprocessingModel
    {
        /// <summary>The columns transformed; null for all.</summary>
        public IReadOnlyList<int>? Columns => columns;

        public int InputColumns => width;

        public int OutputColumns => width;

        public Matrix Transform(Matrix points)
        {
            PreprocessingChain.RequireColumns(points, width);
            return LogTransform.Transform(points, columns);
        }

        public IReadOnlyList<string> OutputNames(IReadOnlyList<string> inputNames) => inputNames;
    }
}
