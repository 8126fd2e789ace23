using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.ModelSelection;

/// <summary>A fitted classifier with the calibration of its probabilities.</summary>
public sealed class CalibratedModel : IClassifierModel
{
    internal CalibratedModel(IClassifierModel model, IProbabilityCalibration calibration)
    {
        Model = model;
        Calibration = calibration;
    }

    /// <summary>The classifier as it was fitted on all rows.</summary>
    public IClassifierModel Model { get; }

    /// <summary>How its probabilities are changed.</summary>
    public IProbabilityCalibration Calibration { get; }

    /// <inheritdoc />
    public int FeatureCount => Model.FeatureCount;

    /// <inheritdoc />
    public double[] PredictProbability(Matrix points) => Calibration.Apply(Model.PredictProbability(points));
}
