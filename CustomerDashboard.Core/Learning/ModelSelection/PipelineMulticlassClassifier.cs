using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.ModelSelection;

/// <summary>A classifier of several classes behind the steps of a <see cref="LearningPipeline"/>.</summary>
public sealed class PipelineMulticlassClassifier(LearningPipeline pipeline, IMulticlassClassifier classifier) : IMulticlassClassifier
{
    /// <inheritdoc />
    public string Name => classifier.Name;

    /// <summary>Fits the steps, evens out the classes if wished, and fits the classifier.</summary>
    /// <inheritdoc cref="IMulticlassClassifier.Fit" />
    public PipelineMulticlassModel Fit(
        Matrix points,
        ReadOnlySpan<int> labels,
        int classCount,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        LearningData.RequireRows(points, labels.Length, nameof(labels));
        ClassificationData.RequireClasses(labels, classCount);
        (PreprocessingChain chain, Matrix prepared) = PreprocessingChain.Fit(points, pipeline.Steps, cancellationToken);
        if (pipeline.Resampler is null)
        {
            return new PipelineMulticlassModel(chain, classifier.Fit(prepared, labels, classCount, progress, cancellationToken));
        }

        ResampledRows even = pipeline.Resampler.Resample(prepared, labels, classCount, cancellationToken);
        return new PipelineMulticlassModel(chain, classifier.Fit(even.Points, even.Labels, classCount, progress, cancellationToken));
    }

    IMulticlassClassifierModel IMulticlassClassifier.Fit(
        Matrix points, ReadOnlySpan<int> labels, int classCount, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        Fit(points, labels, classCount, progress, cancellationToken);
}
