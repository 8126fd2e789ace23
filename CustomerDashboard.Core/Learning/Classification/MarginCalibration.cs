using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>
/// Fits the sigmoid of a support vector machine on decision values of rows that were left out. Where a class has one row only, there
/// is nothing to leave out, and the values of the machine on all rows have to serve.
/// </summary>
internal sealed class MarginCalibration(
    bool[] labels, SupportVectorOptions options, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
{
    /// <param name="onAll">The decision value of a row after learning from all.</param>
    /// <param name="without">Learns without the rows of a fold and returns the decision value of a row.</param>
    public SigmoidCalibration Fit(Func<int, double> onAll, Func<int, int[], Func<int, double>> without)
    {
        progress?.Report(new WorkProgress("Finding the border", 0.5, labels.Length, "rows"));
        var decisions = new double[labels.Length];
        int positives = labels.AsSpan().Count(true);
        int folds = Math.Min(options.CalibrationFolds, Math.Min(positives, labels.Length - positives));
        if (folds < 2)
        {
            for (int row = 0; row < decisions.Length; row++)
            {
                decisions[row] = onAll(row);
            }

            return SigmoidCalibration.Fit(decisions, labels);
        }

        IReadOnlyList<TrainTestSplit> splits = StratifiedSplit.Folds(labels, folds, options.Seed);
        int done = 0;
        ParallelWork.Run(
            folds,
            options.DegreeOfParallelism,
            fold =>
            {
                Func<int, double> decision = without(fold, splits[fold].Test);
                foreach (int row in splits[fold].Test)
                {
                    decisions[row] = decision(row);
                }

                int finished = Interlocked.Increment(ref done);
                progress?.Report(new WorkProgress("Turning distances into probabilities", (1 + ((double)finished / folds)) / 2, finished, "folds"));
            },
            cancellationToken);
        return SigmoidCalibration.Fit(decisions, labels);
    }
}
