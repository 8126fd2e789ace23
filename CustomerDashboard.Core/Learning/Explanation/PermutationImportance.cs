using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Explanation;

/// <summary>
/// What a model's answers depend on (L. Breiman, "Random forests", 2001): the values of one feature are dealt out anew among
/// the points, and what changes measures the feature. Two features that say the same share their importance, so either
/// may look unimportant alone. Costs d x repeats predictions.
/// </summary>
public static class PermutationImportance
{
    /// <summary>For each column of <paramref name="points"/>, the share of points whose cluster changes when it is shuffled: 0 to 1.</summary>
    /// <param name="predict">Gives points their clusters; called from several threads at once.</param>
    /// <param name="points">n x d.</param>
    /// <param name="options">How often to shuffle, and the seed.</param>
    /// <param name="progress">Told after each shuffle.</param>
    /// <param name="cancellationToken">Checked before each shuffle.</param>
    /// <exception cref="ArgumentException">There are no points, or a value is NaN or infinite.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<FeatureImportance> OfClusters(
        Func<Matrix, int[]> predict,
        Matrix points,
        PermutationImportanceOptions? options = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(predict);
        ArgumentNullException.ThrowIfNull(points);
        MatrixGuard.RequireFinite(points, parameterName: nameof(points));
        cancellationToken.ThrowIfCancellationRequested();
        RequireRows(points);
        int[] labels = predict(points);
        return Measure(
            shuffled =>
            {
                int[] now = predict(shuffled);
                int differing = 0;
                for (int point = 0; point < labels.Length; point++)
                {
                    differing += now[point] == labels[point] ? 0 : 1;
                }

                return (double)differing / labels.Length;
            },
            points,
            options,
            progress,
            cancellationToken);
    }

    /// <summary>For each column, how much the area under the ROC curve falls when it is shuffled.</summary>
    /// <param name="model">The model; asked from several threads at once.</param>
    /// <param name="points">n x d; rows the model has not learned from tell the truth about what it is worth.</param>
    /// <param name="labels">The answer of each row, both kinds among them.</param>
    /// <param name="options">How often to shuffle, and the seed.</param>
    /// <param name="progress">Told after each shuffle.</param>
    /// <param name="cancellationToken">Checked before each shuffle.</param>
    /// <exception cref="ArgumentException">Lengths differ, one answer only, or values the model does not take.</exception>
    public static IReadOnlyList<FeatureImportance> OfClassifier(
        IClassifierModel model,
        Matrix points,
        ReadOnlySpan<bool> labels,
        PermutationImportanceOptions? options = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        LearningData.RequireRows(points, labels.Length, nameof(labels));
        ClassificationData.RequireBothAnswers(labels);
        bool[] answers = labels.ToArray();
        double whole = ClassificationMetrics.RocAuc(model.PredictProbability(points), answers);
        return Measure(
            shuffled => whole - ClassificationMetrics.RocAuc(model.PredictProbability(shuffled), answers), points, options, progress, cancellationToken);
    }

    /// <summary>For each column, how much the mean absolute error grows when it is shuffled, in the unit of the targets.</summary>
    /// <param name="model">The model; asked from several threads at once.</param>
    /// <param name="points">n x d; rows the model has not learned from tell the truth about what it is worth.</param>
    /// <param name="targets">The true number of each row.</param>
    /// <param name="options">How often to shuffle, and the seed.</param>
    /// <param name="progress">Told after each shuffle.</param>
    /// <param name="cancellationToken">Checked before each shuffle.</param>
    /// <exception cref="ArgumentException">Lengths differ, a target is missing, or values the model does not take.</exception>
    public static IReadOnlyList<FeatureImportance> OfRegressor(
        IRegressorModel model,
        Matrix points,
        ReadOnlySpan<double> targets,
        PermutationImportanceOptions? options = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        LearningData.RequireRows(points, targets.Length, nameof(targets));
        RegressionData.RequireTargets(targets);
        double[] answers = targets.ToArray();
        double whole = RegressionMetrics.MeanAbsoluteError(model.Predict(points), answers);
        return Measure(
            shuffled => RegressionMetrics.MeanAbsoluteError(model.Predict(shuffled), answers) - whole, points, options, progress, cancellationToken);
    }

    /// <summary>Shuffles every column as often as asked and sums up the changes.</summary>
    private static FeatureImportance[] Measure(
        Func<Matrix, double> change,
        Matrix points,
        PermutationImportanceOptions? options,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken)
    {
        options ??= new PermutationImportanceOptions();
        options.Validate();
        var changes = new double[points.Columns * options.Repeats];
        int done = 0;
        ParallelWork.Run(
            changes.Length,
            options.DegreeOfParallelism,
            piece =>
            {
                (int feature, int repeat) = Math.DivRem(piece, options.Repeats);
                changes[piece] = change(Shuffled(points, feature, new RandomSource(options.Seed).Split(feature).Split(repeat)));
                int finished = Interlocked.Increment(ref done);
                progress?.Report(new WorkProgress("Measuring features", (double)finished / changes.Length, finished, "shuffles"));
            },
            cancellationToken);

        var importances = new FeatureImportance[points.Columns];
        for (int feature = 0; feature < importances.Length; feature++)
        {
            importances[feature] = Summarise(feature, changes.AsSpan(feature * options.Repeats, options.Repeats));
        }

        return importances;
    }

    private static void RequireRows(Matrix points)
    {
        if (points.Rows == 0)
        {
            throw new ArgumentException("There are no points whose clusters could depend on anything.", nameof(points));
        }
    }

    private static Matrix Shuffled(Matrix points, int feature, RandomSource random)
    {
        double[] column = points.Column(feature);
        random.Shuffle<double>(column);
        var shuffled = new Matrix(points.Rows, points.Columns, (double[])points.Values.Clone());
        for (int row = 0; row < column.Length; row++)
        {
            shuffled[row, feature] = column[row];
        }

        return shuffled;
    }

    private static FeatureImportance Summarise(int feature, ReadOnlySpan<double> values)
    {
        double mean = VectorSums.Sum(values) / values.Length;
        double squares = 0;
        foreach (double value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return new FeatureImportance(feature, mean, values.Length == 1 ? 0 : Math.Sqrt(squares / (values.Length - 1)));
    }
}
