using System.Globalization;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.ModelSelection;

/// <summary>Seeded folds: every row is tested once (once per repetition), fold sizes differ by one at most. O(n) a fold.</summary>
public static class KFold
{
    /// <summary>Deals rows into folds in random order; fold i is the test set of split i.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two folds, or more folds than rows.</exception>
    public static IReadOnlyList<TrainTestSplit> Split(int rows, int folds, int seed)
    {
        RequireFolds(folds, rows, "rows");
        var order = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            order[row] = row;
        }

        new RandomSource(seed).Shuffle<int>(order);
        var foldOf = new int[rows];
        for (int i = 0; i < rows; i++)
        {
            foldOf[order[i]] = i % folds;
        }

        return FromFolds(foldOf, folds);
    }

    /// <summary>Several divisions into folds, one after the other, each with a seed of its own.</summary>
    /// <param name="repetitions">How many divisions.</param>
    /// <param name="seed">The seed of the first.</param>
    /// <param name="split">Makes one division from a seed.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one repetition.</exception>
    public static IReadOnlyList<TrainTestSplit> Repeat(int repetitions, int seed, Func<int, IReadOnlyList<TrainTestSplit>> split)
    {
        ArgumentNullException.ThrowIfNull(split);
        ArgumentOutOfRangeException.ThrowIfLessThan(repetitions, 1);
        var result = new List<TrainTestSplit>();
        for (int repetition = 0; repetition < repetitions; repetition++)
        {
            result.AddRange(split(unchecked(seed + repetition)));
        }

        return result;
    }

    internal static void RequireFolds(int folds, int most, string what)
    {
        if (folds < 2)
        {
            throw new ArgumentOutOfRangeException(nameof(folds), folds, "Choose two folds or more.");
        }

        if (folds > most)
        {
            string message = string.Create(CultureInfo.InvariantCulture, $"There are {most} {what}, too few for {folds} folds; choose {most} or fewer.");
            throw new ArgumentOutOfRangeException(nameof(folds), folds, message);
        }
    }

    internal static IReadOnlyList<TrainTestSplit> FromFolds(int[] foldOf, int folds)
    {
        var splits = new TrainTestSplit[folds];
        for (int fold = 0; fold < folds; fold++)
        {
            int tests = foldOf.AsSpan().Count(fold);
            var train = new int[foldOf.Length - tests];
            var test = new int[tests];
            int trained = 0, tested = 0;
            for (int row = 0; row < foldOf.Length; row++)
            {
                if (foldOf[row] == fold)
                {
                    test[tested++] = row;
                }
                else
                {
                    train[trained++] = row;
                }
            }

            splits[fold] = new TrainTestSplit(train, test);
        }

        return splits;
    }
}
