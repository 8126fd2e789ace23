using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>Brings columns to one scale, learned from the training rows, as a step of a pipeline.</summary>
public sealed class ScalingStep(ScalingMethod method = ScalingMethod.Standard) : IPreprocessingStep
{
    /// <inheritdoc />
    public string Name => "Bring to one scale";

    /// <inheritdoc />
    public IPreprocessingModel Fit(Matrix points, CancellationToken cancellationToken = default) => new Model(Scaler.Fit(method, points));

    internal sealed class Model(IScalerModel scaler) : IPreprocessingModel
    {
        public IScalerModel Scaler => scaler;

        public int InputColumns => scaler.Scales.Count;

        public int OutputColumns => scaler.Scales.Count;

        public Matrix Transform(Matrix points) => scaler.Transform(points);

        public IReadOnlyList<string> OutputNames(IReadOnlyList<string> inputNames) => inputNames;
    }
}
