using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.ModelSelection;

/// <summary>Fitted steps with the classifier of several classes fitted behind them.</summary>
public sealed class PipelineMulticlassModel : IMulticlassClassifierModel
{
    internal PipelineMulticlassModel(PreprocessingChain preprocessing, IMulticlassClassifierModel model)
    {
        Preprocessing = preprocessing;
        Model = model;
    }

    /// <summary>The fitted steps.</summary>
    public PreprocessingChain Preprocessing { get; }

    /// <summary>The classifier, which reads rows after the steps.</summary>
    public IMulticlassClassifierModel Model { get; }

    /// <inheritdoc />
    public int FeatureCount => Preprocessing.InputColumns;

    /// <inheritdoc />
    public int ClassCount => Model.ClassCount;

    /// <inheritdoc />
    public Matrix PredictProbabilities(Matrix points)
    {
        LearningData.RequireColumns(points, FeatureCount);
        return Model.PredictProbabilities(Preprocessing.Transform(points));
    }
}
