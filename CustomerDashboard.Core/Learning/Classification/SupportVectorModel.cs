using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>A fitted support vector machine with the sigmoid that turns its decision values into probabilities.</summary>
public sealed class SupportVectorModel : IClassifierModel
{
    private const int RowsPerPiece = 64;

    private readonly KernelValues? _kernel;
    private readonly double[] _weights;

    /// <summary>A model over support vectors.</summary>
    internal SupportVectorModel(Matrix supportVectors, double[] dualCoefficients, KernelValues kernel, double gamma, double intercept)
    {
        FeatureCount = supportVectors.Columns;
        SupportVectorCount = supportVectors.Rows;
        _kernel = kernel;
        _weights = new double[kernel.Stride];
        dualCoefficients.CopyTo(_weights, 0);
        Gamma = gamma;
        Intercept = intercept;
        Coefficients = [];
    }

    /// <summary>A model with one coefficient per feature.</summary>
    internal SupportVectorModel(double[] coefficients, int supportVectors, double intercept)
    {
        FeatureCount = coefficients.Length;
        SupportVectorCount = supportVectors;
        _weights = coefficients;
        Intercept = intercept;
        Coefficients = coefficients;
    }

    /// <inheritdoc />
    public int FeatureCount { get; }

    /// <summary>How quickly likeness fades; null for the linear kernel.</summary>
    public double? Gamma { get; }

    /// <summary>The training rows on or beyond their margin.</summary>
    public int SupportVectorCount { get; }

    /// <summary>What is added to the weighted sum to give the decision value.</summary>
    public double Intercept { get; }

    /// <summary>One per feature for the linear kernel, empty for others.</summary>
    public IReadOnlyList<double> Coefficients { get; }

    /// <summary>The support vectors; null for the linear kernel.</summary>
    internal Matrix? SupportVectors => _kernel?.Points();

    /// <summary>How much each support vector counts; meaningless for the linear kernel.</summary>
    internal ReadOnlySpan<double> DualCoefficients => _weights.AsSpan(0, SupportVectorCount);

    /// <summary>How decision values become probabilities.</summary>
    public required SigmoidCalibration Calibration { get; init; }

    /// <summary>The rows learned from: fewer than were given where a sample was taken.</summary>
    public required int TrainingRows { get; init; }

    /// <summary>Steps of the solver on all rows.</summary>
    public required long Steps { get; init; }

    /// <summary>Whether the solver reached its tolerance.</summary>
    public required bool Converged { get; init; }

    /// <summary>The signed distance of each row from the border in units of the margin; positive for yes.</summary>
    /// <exception cref="ArgumentException">The number of columns differs, or a value is NaN or infinite.</exception>
    public double[] DecisionValues(Matrix points)
    {
        ClassificationData.RequirePredictable(points, FeatureCount);
        var result = new double[points.Rows];
        ParallelWork.Run(
            (points.Rows + RowsPerPiece - 1) / RowsPerPiece,
            _kernel is null ? 1 : null,
            piece =>
            {
                int end = Math.Min(points.Rows, (piece + 1) * RowsPerPiece);
                for (int row = piece * RowsPerPiece; row < end; row++)
                {
                    ReadOnlySpan<double> values = points.Row(row);
                    result[row] = Intercept + (_kernel is null ? VectorSums.Dot(values, _weights) : _kernel.WeightedSum(values, _weights));
                }
            },
            CancellationToken.None);
        return result;
    }

    /// <inheritdoc />
    public double[] PredictProbability(Matrix points) => Calibration.Apply(DecisionValues(points));
}
