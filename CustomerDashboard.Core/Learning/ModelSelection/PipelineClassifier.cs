using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.ModelSelection;

/// <summary>A yes/no classifier behind the steps of a <see cref="LearningPipeline"/>.</summary>
public sealed class PipelineClassifier : IClassifier
{
    private readonly LearningPipeline _pipeline;
    private readonly IClassifier _classifier;

    internal PipelineClassifier(LearningPipeline pipeline, IClassifier classifier)
    {
        _pipeline = pipeline;
        _classifier = classifier;
    }

    /// <inheritdoc />
    public string Name => _classifier.Name;

    /// <summary>Fits the steps, evens out the classes if wished, and fits the _classifier.</summary>
    /// <inheritdoc cref="IClassifier.Fit" />
    public PipelineClassifierModel Fit(
        Matrix points, ReadOnlySpan<bool> labels, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        LearningData.RequireRows(points, labels.Length, nameof(labels));
        ClassificationData.RequireBothAnswers(labels);
        (PreprocessingChain chain, Matrix prepared) = PreprocessingChain.Fit(points, _pipeline.Steps, cancellationToken);
        bool[] answers = labels.ToArray();
        if (_pipeline.Resampler is not null)
        {
            ResampledRows even = _pipeline.Resampler.Resample(prepared, ClassificationData.ToClasses(labels), 2, cancellationToken);
            prepared = even.Points;
            answers = Array.ConvertAll(even.Labels, label => label == 1);
        }

        double[]? weights = _pipeline.ClassWeights.ForRows(answers);
        IClassifierModel model = weights is not null && _classifier is IWeightedClassifier weighted
            ? weighted.Fit(prepared, answers, weights, progress, cancellationToken)
            : _classifier.Fit(prepared, answers, progress, cancellationToken);
        return new PipelineClassifierModel(chain, model);
    }

    IClassifierModel IClassifier.Fit(
        Matrix points, ReadOnlySpan<bool> labels, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        Fit(points, labels, progress, cancellationToken);
}
