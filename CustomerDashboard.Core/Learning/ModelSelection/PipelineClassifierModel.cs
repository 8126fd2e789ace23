using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.ModelSelection;

/// <summary>Fitted steps with the classifier fitted behind them.</summary>
public sealed class PipelineClassifierModel : IClassifierModel
{
    internal PipelineClassifierModel(PreprocessingChain preprocessing, IClassifierModel model)
    {
        Preprocessing = preprocessing;
        Model = model;
    }

    /// <summary>The fitted steps.</summary>
    public PreprocessingChain Preprocessing { get; }

    /// <summary>The classifier, which reads rows after the steps.</summary>
    public IClassifierModel Model { get; }

    /// <inheritdoc />
    public int FeatureCount => Preprocessing.InputColumns;

    /// <inheritdoc />
    public double[] PredictProbability(Matrix points)
    {
        LearningData.RequireColumns(points, FeatureCount);
        return Model.PredictProbability(Preprocessing.Transform(points));
    }
}
