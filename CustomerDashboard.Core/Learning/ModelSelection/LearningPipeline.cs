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

    /// <summary>Steps and a yes/no classifier behind them.</summary>
    public PipelineClassifier Classifier(IClassifier classifier) => new(this, classifier);

    /// <summary>Steps and a classifier of several classes behind them.</summary>
    public PipelineMulticlassClassifier Multiclass(IMulticlassClassifier classifier) => new(this, classifier);

    /// <summary>Steps and a regressor behind them.</summary>
    public PipelineRegressor Regressor(IRegressor regressor) => new(this, regressor);
}
