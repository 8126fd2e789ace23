using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.ModelSelection;

/// <summary>A regressor behind the steps of a <see cref="LearningPipeline"/>.</summary>
public sealed class PipelineRegressor(LearningPipeline pipeline, IRegressor regressor) : IRegressor
{
    /// <inheritdoc />
    public string Name => regressor.Name;

    /// <summary>Fits the steps and the regressor.</summary>
    /// <inheritdoc cref="IRegressor.Fit" />
    public PipelineRegressorModel Fit(
        Matrix points, ReadOnlySpan<double> targets, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        LearningData.RequireRows(points, targets.Length, nameof(targets));
        (PreprocessingChain chain, Matrix prepared) = PreprocessingChain.Fit(points, pipeline.Steps, cancellationToken);
        return new PipelineRegressorModel(chain, regressor.Fit(prepared, targets, progress, cancellationToken));
    }

    IRegressorModel IRegressor.Fit(
        Matrix points, ReadOnlySpan<double> targets, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        Fit(points, targets, progress, cancellationToken);
}
