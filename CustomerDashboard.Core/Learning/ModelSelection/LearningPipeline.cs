using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Learning.Regression;

namespace CustomerDashboard.Core.Learning.ModelSelection;

/// <summary>
/// What is done to rows before a model learns from them. A classifier or regressor made here fits every step anew on the rows it is
/// given, so that in a cross-validation no step ever sees a test row; new rows are changed by the fitted steps and never evened out.
/// </summary>
/// <example><code>
/// var pipeline = new LearningPipeline { Steps = [new LogStep(), new ScalingStep()], Resampler = new Smote(new SmoteOptions()) };
/// PipelineClassifier classifier = pipeline.Classifier(new LogisticRegression(new LogisticRegressionOptions()));
/// </code></example>
public sealed record LearningPipeline
{
    /// <summary>Changes of columns in their order.</summary>
    public IReadOnlyList<IPreprocessingStep> Steps { get; init; } = [];

    /// <summary>How classes are evened out after the steps, for learning only; null for not at all. Regressors ignore it.</summary>
    public IResampler? Resampler { get; init; }

    /// <summary>
    /// How much a row counts by its class, worked out after the resampler; for yes/no classifiers that can weigh rows (<see cref="IWeightedClassifier"/>).
    /// </summary>
    public ClassWeights ClassWeights { get; init; } = ClassWeights.None;

    /// <summary>Steps and a yes/no classifier behind them.</summary>
    /// <exception cref="ArgumentException">Classes are to be weighed, and the classifier cannot.</exception>
    public PipelineClassifier Classifier(IClassifier classifier)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        if (!ClassWeights.AreEqual && classifier is not IWeightedClassifier)
        {
            throw new ArgumentException(
                $"\"{classifier.Name}\" cannot weigh classes; even them out by repeating or leaving out rows instead.", nameof(classifier));
        }

        return new PipelineClassifier(this, classifier);
    }

    /// <summary>Steps and a classifier of several classes behind them.</summary>
    public PipelineMulticlassClassifier Multiclass(IMulticlassClassifier classifier) => new(this, classifier);

    /// <summary>Steps and a regressor behind them.</summary>
    public PipelineRegressor Regressor(IRegressor regressor) => new(this, regressor);
}
