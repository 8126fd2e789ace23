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
        options ??= new PermutationImportanceOptions();
        options.Validate();
        MatrixGuard.RequireFinite(points, parameterName: nameof(points));
        if (points.Rows == 0)
        {
            throw new ArgumentException("There are no points whose clusters could depend on anything.", nameof(points));
        }

        cancellationToken.ThrowIfCancellationRequested();
        int[] labels = predict(points);
        var changed = new double[points.Columns * options.Repeats];
        int done = 0;
        ParallelWork.Run(
            changed.Length,
            options.DegreeOfParallelism,
            piece =>
            {
                (int feature, int repeat) = Math.DivRem(piece, options.Repeats);
                int[] now = predict(Shuffled(points, feature, new RandomSource(options.Seed).Split(feature).Split(repeat)));
                int differing = 0;
                for (int point = 0; point < labels.Length; point++)
                {
                    differing += now[point] == labels[point] ? 0 : 1;
                }

                changed[piece] = (double)differing / labels.Length;
                int finished = Interlocked.Increment(ref done);
                progress?.Report(new WorkProgress("Measuring features", (double)finished / changed.Length, finished, "shuffles"));
            },
            cancellationToken);

        var importances = new FeatureImportance[points.Columns];
        for (int feature = 0; feature < importances.Length; feature++)
        {
            importances[feature] = Summarise(feature, changed.AsSpan(feature * options.Repeats, options.Repeats));
        }

        return importances;
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
