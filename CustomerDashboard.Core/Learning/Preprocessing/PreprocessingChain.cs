using System.Globalization;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>Fitted steps one after the other.</summary>
public sealed class PreprocessingChain : IPreprocessingModel
{
    private readonly IPreprocessingModel[] _models;

    internal PreprocessingChain(int inputColumns, IPreprocessingModel[] models)
    {
        InputColumns = inputColumns;
        _models = models;
    }

    /// <summary>The fitted steps in their order.</summary>
    public IReadOnlyList<IPreprocessingModel> Models => _models;

    /// <inheritdoc />
    public int InputColumns { get; }

    /// <inheritdoc />
    public int OutputColumns => _models.Length == 0 ? InputColumns : _models[^1].OutputColumns;

    /// <summary>Fits each step on what the steps before it make of the training rows.</summary>
    /// <param name="points">The training rows.</param>
    /// <param name="steps">The steps in their order; none leaves the rows as they are.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    /// <returns>The fitted steps, and the training rows after them.</returns>
    /// <exception cref="ArgumentException">A step cannot learn from these values; the message says why.</exception>
    public static (PreprocessingChain Chain, Matrix Points) Fit(
        Matrix points, IReadOnlyList<IPreprocessingStep> steps, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(steps);
        var models = new IPreprocessingModel[steps.Count];
        int width = points.Columns;
        for (int i = 0; i < models.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            models[i] = steps[i].Fit(points, cancellationToken);
            points = models[i].Transform(points);
        }

        return (new PreprocessingChain(width, models), points);
    }

    /// <inheritdoc />
    public Matrix Transform(Matrix points)
    {
        RequireColumns(points, InputColumns);
        foreach (IPreprocessingModel model in _models)
        {
            points = model.Transform(points);
        }

        return points;
    }

    /// <inheritdoc />
    public IReadOnlyList<string> OutputNames(IReadOnlyList<string> inputNames)
    {
        ArgumentNullException.ThrowIfNull(inputNames);
        foreach (IPreprocessingModel model in _models)
        {
            inputNames = model.OutputNames(inputNames);
        }

        return inputNames;
    }

    /// <inheritdoc />
    public int SourceOf(int outputColumn)
    {
        for (int i = _models.Length - 1; i >= 0; i--)
        {
            outputColumn = _models[i].SourceOf(outputColumn);
        }

        return outputColumn;
    }

    internal static void RequireColumns(Matrix points, int columns)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Columns != columns)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The step was fitted on {columns} columns, the values have {points.Columns}."),
                nameof(points));
        }
    }
}
