using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.ModelSelection;

/// <summary>Fitted steps with the regressor fitted behind them.</summary>
public sealed class PipelineRegressorModel : IRegressorModel
{
    internal PipelineRegressorModel(PreprocessingChain preprocessing, IRegressorModel model)
    {
        Preprocessing = preprocessing;
        Model = model;
    }

    /// <summary>The fitted steps.</summary>
    public PreprocessingChain Preprocessing { get; }

    /// <summary>The regressor, which reads rows after the steps.</summary>
    public IRegressorModel Model { get; }

    /// <inheritdoc />
    public int FeatureCount => Preprocessing.InputColumns;

    /// <inheritdoc />
    public double[] Predict(Matrix points)
    {
        LearningData.RequireColumns(points, FeatureCount);
        return Model.Predict(Preprocessing.Transform(points));
    }
}
