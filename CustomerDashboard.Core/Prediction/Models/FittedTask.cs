using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Core.Prediction.Models;

/// <summary>A model that has learned a question from everyone whose answer is known; exactly one of the three models is set, by the question's kind.</summary>
public sealed record FittedTask
{
    public required PredictionQuestion Question { get; init; }

    public required ModelKind Model { get; init; }

    /// <summary>The features it reads, in the order of its columns.</summary>
    public required IReadOnlyList<FeatureDefinition> Features { get; init; }

    /// <summary>Behind its preprocessing: usually a <see cref="Learning.ModelSelection.PipelineClassifierModel"/>.</summary>
    public IClassifierModel? Classifier { get; init; }

    public IMulticlassClassifierModel? Multiclass { get; init; }

    public IRegressorModel? Regressor { get; init; }

    /// <summary>The probability of yes, or the number foretold, of each row.</summary>
    /// <exception cref="InvalidOperationException">The question has several classes.</exception>
    public double[] Predict(Matrix features) =>
        Classifier?.PredictProbability(features) ?? Regressor?.Predict(features)
        ?? throw new InvalidOperationException("A question of several classes has several probabilities; ask for those.");

    /// <summary>The probability of each class for each row; two columns, no and yes, for a yes/no question.</summary>
    /// <exception cref="InvalidOperationException">The question asks for a number.</exception>
    public Matrix PredictProbabilities(Matrix features)
    {
        if (Multiclass is not null)
        {
            return Multiclass.PredictProbabilities(features);
        }

        double[] yes = Classifier?.PredictProbability(features) ?? throw new InvalidOperationException("A number has no probabilities.");
        var both = new Matrix(yes.Length, 2);
        for (int row = 0; row < yes.Length; row++)
        {
            both[row, 0] = 1 - yes[row];
            both[row, 1] = yes[row];
        }

        return both;
    }
}
