using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.ModelSelection;

/// <summary>A yes/no classifier behind the steps of a <see cref="LearningPipeline"/>.</summary>
public sealed class PipelineClassifier(LearningPipeline pipeline, IClassifier classifier) : IClassifier
{
    /// <inheritdoc />
    public string Name => classifier.Name;

    /// <summary>Fits the steps, evens out the classes if wished, and fits the classifier.</summary>
    /// <inheritdoc cref="IClassifier.Fit" />
    public PipelineClassifierModel Fit(
        Matrix points, ReadOnlySpan<bool> labels, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        LearningData.RequireRows(points, labels.Length, nameof(labels));
        ClassificationData.RequireBothAnswers(labels);
        (PreprocessingChain chain, Matrix prepared) = PreprocessingChain.Fit(points, pipeline.Steps, cancellationToken);
        if (pipeline.Resampler is null)
        {
            return new PipelineClassifierModel(chain, classifier.Fit(prepared, labels, progress, cancellationToken));
        }

        ResampledRows even = pipeline.Resampler.Resample(prepared, ClassificationData.ToClasses(labels), 2, cancellationToken);
        bool[] answers = Array.ConvertAll(even.Labels, label => label == 1);
        return new PipelineClassifierModel(chain, classifier.Fit(even.Points, answers, progress, cancellationToken));
    }

    IClassifierModel IClassifier.Fit(
        Matrix points, ReadOnlySpan<bool> labels, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        Fit(points, labels, progress, cancellationToken);
}
