using System.Diagnostics;
using System.Runtime.ExceptionServices;
using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.ModelSelection;

/// <summary>
/// Judges a model on rows it did not learn from, fold by fold, on several threads; the result does not depend on how many. A model behind a
/// <see cref="LearningPipeline"/> fits its steps inside each fold.
/// </summary>
/// <remarks>M. Stone, "Cross-validatory choice and assessment of statistical predictions", 1974. Costs one fit per split.</remarks>
public static class CrossValidation
{
    /// <summary>Judges a yes/no classifier.</summary>
    /// <param name="classifier">The way of learning.</param>
    /// <param name="points">n rows, d columns.</param>
    /// <param name="labels">The answer of each row.</param>
    /// <param name="splits">Which rows to learn from and to judge on, as from <see cref="StratifiedKFold"/>.</param>
    /// <param name="degreeOfParallelism">The most folds at once; null for one per processor.</param>
    /// <param name="progress">Told after each fold.</param>
    /// <param name="cancellationToken">Stops between and inside fits.</param>
    /// <exception cref="ArgumentException">No split, lengths that differ, or a fold cannot be learned from; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static CrossValidationResult<BinarySummary, double[]> Run(
        IClassifier classifier,
        Matrix points,
        ReadOnlySpan<bool> labels,
        IReadOnlyList<TrainTestSplit> splits,
        int? degreeOfParallelism = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        LearningData.RequireRows(points, labels.Length, nameof(labels));
        return RunNumbers(
            points,
            labels.ToArray(),
            splits,
            (rows, answers) => classifier.Fit(rows, answers, null, cancellationToken).PredictProbability,
            (predicted, answers) => BinarySummary.Of(predicted, answers),
            degreeOfParallelism,
            progress,
            cancellationToken);
    }

    /// <summary>Judges a classifier of several classes.</summary>
    /// <inheritdoc cref="Run(IClassifier, Matrix, ReadOnlySpan{bool}, IReadOnlyList{TrainTestSplit}, int?, IProgress{WorkProgress}?, CancellationToken)" />
    public static CrossValidationResult<MulticlassSummary, Matrix> Run(
        IMulticlassClassifier classifier,
        Matrix points,
        ReadOnlySpan<int> labels,
        int classCount,
        IReadOnlyList<TrainTestSplit> splits,
        int? degreeOfParallelism = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        LearningData.RequireRows(points, labels.Length, nameof(labels));
        ClassificationData.RequireClasses(labels, classCount);
        int[] classes = labels.ToArray();
        (CrossValidationFold<MulticlassSummary>[] folds, Matrix means) = Run(
            points,
            splits,
            classCount,
            split => classifier.Fit(
                points.SelectRows(split.Train), Array.ConvertAll(split.Train, row => classes[row]), classCount, null, cancellationToken)
                .PredictProbabilities,
            (split, predicted) => MulticlassSummary.Of(predicted, Array.ConvertAll(split.Test, row => classes[row])),
            degreeOfParallelism,
            progress,
            cancellationToken);
        return new CrossValidationResult<MulticlassSummary, Matrix>(folds, means);
    }

    /// <summary>Judges a regressor.</summary>
    /// <inheritdoc cref="Run(IClassifier, Matrix, ReadOnlySpan{bool}, IReadOnlyList{TrainTestSplit}, int?, IProgress{WorkProgress}?, CancellationToken)" />
    public static CrossValidationResult<RegressionSummary, double[]> Run(
        IRegressor regressor,
        Matrix points,
        ReadOnlySpan<double> targets,
        IReadOnlyList<TrainTestSplit> splits,
        int? degreeOfParallelism = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(regressor);
        LearningData.RequireRows(points, targets.Length, nameof(targets));
        return RunNumbers(
            points,
            targets.ToArray(),
            splits,
            (rows, answers) => regressor.Fit(rows, answers, null, cancellationToken).Predict,
            (predicted, answers) => RegressionSummary.Of(predicted, answers),
            degreeOfParallelism,
            progress,
            cancellationToken);
    }

    /// <summary>The judging of models that foretell one number a row.</summary>
    private static CrossValidationResult<TScores, double[]> RunNumbers<TAnswer, TScores>(
        Matrix points,
        TAnswer[] answers,
        IReadOnlyList<TrainTestSplit> splits,
        Func<Matrix, TAnswer[], Func<Matrix, double[]>> fit,
        Func<double[], TAnswer[], TScores> judge,
        int? degreeOfParallelism,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken)
    {
        (CrossValidationFold<TScores>[] folds, Matrix means) = Run(
            points,
            splits,
            1,
            split =>
            {
                Func<Matrix, double[]> predict = fit(points.SelectRows(split.Train), Array.ConvertAll(split.Train, row => answers[row]));
                return test => new Matrix(test.Rows, 1, predict(test));
            },
            (split, predicted) => judge(predicted.Values, Array.ConvertAll(split.Test, row => answers[row])),
            degreeOfParallelism,
            progress,
            cancellationToken);
        return new CrossValidationResult<TScores, double[]>(folds, means.Values);
    }

    private static (CrossValidationFold<TScores>[] Folds, Matrix Means) Run<TScores>(
        Matrix points,
        IReadOnlyList<TrainTestSplit> splits,
        int width,
        Func<TrainTestSplit, Func<Matrix, Matrix>> fit,
        Func<TrainTestSplit, Matrix, TScores> judge,
        int? degreeOfParallelism,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(splits);
        if (splits.Count == 0)
        {
            throw new ArgumentException("There is no split to judge on.", nameof(splits));
        }

        var folds = new CrossValidationFold<TScores>[splits.Count];
        var predictions = new Matrix[splits.Count];
        var faults = new ArgumentException?[splits.Count];
        int done = 0;
        ParallelWork.Run(
            splits.Count,
            degreeOfParallelism,
            fold =>
            {
                TrainTestSplit split = splits[fold];
                try
                {
                    long start = Stopwatch.GetTimestamp();
                    Func<Matrix, Matrix> predict = fit(split);
                    TimeSpan time = Stopwatch.GetElapsedTime(start);
                    predictions[fold] = predict(points.SelectRows(split.Test));
                    folds[fold] = new CrossValidationFold<TScores>(
                        split.Train.Length, split.Test.Length, judge(split, predictions[fold]), time);
                }
                catch (ArgumentException fault)
                {
                    // Kept until all folds are done, so that the same fold's words are told however the threads ran.
                    faults[fold] = fault;
                }

                int finished = Interlocked.Increment(ref done);
                progress?.Report(new WorkProgress("Judging on customers left out", (double)finished / splits.Count, finished, "fits"));
            },
            cancellationToken);
        if (Array.Find(faults, fault => fault is not null) is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }

        return (folds, Means(points.Rows, width, splits, predictions));
    }

    private static Matrix Means(int rows, int width, IReadOnlyList<TrainTestSplit> splits, Matrix[] predictions)
    {
        var sums = new Matrix(rows, width);
        var counts = new int[rows];
        for (int fold = 0; fold < predictions.Length; fold++)
        {
            int[] test = splits[fold].Test;
            for (int i = 0; i < test.Length; i++)
            {
                counts[test[i]]++;
                for (int column = 0; column < width; column++)
                {
                    sums[test[i], column] += predictions[fold][i, column];
                }
            }
        }

        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < width; column++)
            {
                // 0 / 0 is the NaN of a row that no split tests.
                sums[row, column] /= counts[row];
            }
        }

        return sums;
    }
}
