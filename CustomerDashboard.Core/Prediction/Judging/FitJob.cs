using System.Diagnostics;
using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction.Models;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Core.Prediction.Judging;

/// <summary>One model to be learned from some rows and asked about others.</summary>
internal sealed class FitJob(
    PredictionQuestion question, TaskModels models, ModelKind model, TaskRows train, TaskRows test, double season = 1)
{
    public ModelKind Model => model;

    public TaskRows Train => train;

    public TaskRows Test => test;

    /// <summary>The probability of yes or the number foretold for each test row; empty for several classes.</summary>
    public double[] Predicted { get; private set; } = [];

    /// <summary>The probability of each class for each test row; null but for several classes.</summary>
    public Matrix? Probabilities { get; private set; }

    public TimeSpan FitTime { get; private set; }

    /// <summary>Why it could not be learned.</summary>
    public string? Failure { get; private set; }

    /// <summary>A rough price, so that the dear ones start first.</summary>
    public double Price => train.Count * model switch
    {
        ModelKind.SupportVectorsRbf => 20.0,
        ModelKind.RandomForest => 15.0,
        ModelKind.CorrectedRunRate => 8.0,
        ModelKind.BoostedTrees or ModelKind.BoostedTreesTweedie => 5.0 * Math.Max(1, question.Classes.Count - 1),
        ModelKind.NearestNeighbours => 2.0,
        _ => 1.0,
    };

    public void Run(CancellationToken cancellationToken)
    {
        try
        {
            long start = Stopwatch.GetTimestamp();
            switch (question.Kind)
            {
                case QuestionKind.Binary:
                    IClassifierModel classifier = models.Classifier(model).Fit(train.Features, train.Labels(), null, cancellationToken);
                    FitTime = Stopwatch.GetElapsedTime(start);
                    Predicted = classifier.PredictProbability(test.Features);
                    break;
                case QuestionKind.Multiclass:
                    IMulticlassClassifierModel several = models.Multiclass(model)
                        .Fit(train.Features, train.Classes(), question.Classes.Count, null, cancellationToken);
                    FitTime = Stopwatch.GetElapsedTime(start);
                    Probabilities = several.PredictProbabilities(test.Features);
                    break;
                default:
                    IRegressorModel regressor = models.Regressor(model).Fit(train.Features, train.Targets, null, cancellationToken);
                    FitTime = Stopwatch.GetElapsedTime(start);
                    Predicted = (regressor is CorrectedRunRateModel corrected ? corrected.InSeason(season) : regressor).Predict(test.Features);
                    break;
            }
        }
        catch (ArgumentException fault)
        {
            // One model that cannot learn from these rows must not take the others with it.
            int parameter = fault.Message.IndexOf(" (Parameter '", StringComparison.Ordinal);
            Failure = parameter < 0 ? fault.Message : fault.Message[..parameter];
        }
    }

    /// <summary>The mean of what others foretold for the same rows, as a vote.</summary>
    public void Vote(IReadOnlyList<FitJob> members)
    {
        if (members.Count == 0)
        {
            Failure = "None of the models that vote could be learned.";
        }
        else if (question.Kind == QuestionKind.Multiclass)
        {
            var sum = new double[test.Count * question.Classes.Count];
            foreach (FitJob member in members)
            {
                Add(sum, member.Probabilities!.Values, members.Count);
            }

            Probabilities = new Matrix(test.Count, question.Classes.Count, sum);
        }
        else
        {
            Predicted = new double[test.Count];
            foreach (FitJob member in members)
            {
                Add(Predicted, member.Predicted, members.Count);
            }
        }

        foreach (FitJob member in members)
        {
            FitTime += member.FitTime;
        }
    }

    private static void Add(double[] sum, double[] values, int count)
    {
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] += values[i] / count;
        }
    }
}
