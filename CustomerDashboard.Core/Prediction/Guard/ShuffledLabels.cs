using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction.Guard;

/// <summary>
/// What a model finds where there is nothing to find: the answers are dealt out at random among the customers and everything is done as usual. An
/// area under the ROC curve away from one half would mean that the way of judging itself lets answers through.
/// </summary>
/// <param name="Auc">The mean area over all rounds and folds.</param>
/// <param name="Lower">The lower 99 % limit.</param>
/// <param name="Upper">The upper limit.</param>
/// <param name="Rounds">How often answers were dealt out.</param>
/// <param name="Customers">Customers.</param>
/// <param name="Sentence">The outcome in words.</param>
/// <remarks>M. Ojala, G. Garriga, "Permutation tests for studying classifier performance", 2010. Costs rounds x folds fits.</remarks>
public sealed record ShuffledLabels(double Auc, double Lower, double Upper, int Rounds, int Customers, string Sentence)
{
    private const double NormalQuantile = 2.5758293035489;

    /// <summary>One half lies between the limits.</summary>
    public bool Passed => Lower <= 0.5 && Upper >= 0.5;

    /// <summary>Deals the answers out, learns and judges.</summary>
    /// <param name="classifier">The way of learning that is to be checked, with preparation and resampling.</param>
    /// <param name="points">The customers.</param>
    /// <param name="labels">Their answers.</param>
    /// <param name="rounds">How often.</param>
    /// <param name="folds">Folds of each round.</param>
    /// <param name="seed">Of the dealing.</param>
    /// <param name="progress">Told after each round.</param>
    /// <param name="cancellationToken">Stops between and inside fits.</param>
    /// <exception cref="ArgumentException">There is nothing to learn from; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ShuffledLabels Run(
        IClassifier classifier,
        Matrix points,
        ReadOnlySpan<bool> labels,
        int rounds = 3,
        int folds = 3,
        int seed = 42,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(points);
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        double sum = 0;
        double variance = 0;
        for (int round = 0; round < rounds; round++)
        {
            bool[] dealt = labels.ToArray();
            new RandomSource(seed).Split(round).Shuffle<bool>(dealt);
            IReadOnlyList<TrainTestSplit> splits = StratifiedKFold.Split(dealt, folds, seed + round);
            double[] outOfFold = CrossValidation.Run(classifier, points, dealt, splits, null, null, cancellationToken).OutOfFold;
            foreach (TrainTestSplit split in splits)
            {
                // Folds are judged one by one: their models' scores need not be on one scale.
                RocAucInterval area = RocAucInterval.Of(
                    Array.ConvertAll(split.Test, row => outOfFold[row]), Array.ConvertAll(split.Test, row => dealt[row]));
                sum += area.Auc;
                variance += area.StandardError * area.StandardError;
            }

            progress?.Report(new WorkProgress("Learning from answers dealt out at random", (round + 1.0) / rounds, round + 1, "rounds"));
        }

        int count = rounds * folds;
        double mean = sum / count;
        double error = Math.Sqrt(variance) / count;
        (double lower, double upper) = (mean - (NormalQuantile * error), mean + (NormalQuantile * error));
        string judgement = lower <= 0.5 && upper >= 0.5 ? "no better than a coin, as it should be" : "not a coin: the way of judging lets answers through";
        return new ShuffledLabels(mean, lower, upper, rounds, points.Rows, FormattableString.Invariant(
            $"With the answers of {points.Rows:N0} customers dealt out at random, the model's AUC is {mean:0.000} ({lower:0.000} to {upper:0.000}): {judgement}."));
    }
}
