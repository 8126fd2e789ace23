using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.ModelSelection;

/// <summary>Seeded splits of rows that keep the share of positives the same in every part. All O(n).</summary>
public static class StratifiedSplit
{
    /// <summary>Holds out a share of the rows of each class, rounded to whole rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public static TrainTestSplit HoldOut(ReadOnlySpan<bool> labels, double testFraction, int seed)
    {
        if (!(testFraction > 0 && testFraction < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(testFraction), testFraction, "The share to hold out must lie between 0 and 1.");
        }

        var isTest = new bool[labels.Length];
        foreach (int[] rows in ShuffledByClass(labels, seed))
        {
            int count = (int)Math.Round(rows.Length * testFraction, MidpointRounding.AwayFromZero);
            foreach (int row in rows.AsSpan(0, count))
            {
                isTest[row] = true;
            }
        }

        return Split(isTest);
    }

    /// <summary>Deals the rows of each class into folds; fold i is the test set of split i.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two folds, or more folds than rows.</exception>
    public static IReadOnlyList<TrainTestSplit> Folds(ReadOnlySpan<bool> labels, int folds, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(folds, labels.Length);
        var foldOf = new int[labels.Length];
        int next = 0;
        foreach (int[] rows in ShuffledByClass(labels, seed))
        {
            // The second class goes on where the first stopped, so that fold sizes differ by one at most.
            foreach (int row in rows)
            {
                foldOf[row] = next;
                next = (next + 1) % folds;
            }
        }

        var splits = new TrainTestSplit[folds];
        for (int fold = 0; fold < folds; fold++)
        {
            var isTest = new bool[foldOf.Length];
            for (int row = 0; row < foldOf.Length; row++)
            {
                isTest[row] = foldOf[row] == fold;
            }

            splits[fold] = Split(isTest);
        }

        return splits;
    }

    private static int[][] ShuffledByClass(ReadOnlySpan<bool> labels, int seed)
    {
        var random = new RandomSource(seed);
        int positives = labels.Count(true);
        int[][] rows = [new int[labels.Length - positives], new int[positives]];
        int[] filled = [0, 0];
        for (int row = 0; row < labels.Length; row++)
        {
            int kind = labels[row] ? 1 : 0;
            rows[kind][filled[kind]++] = row;
        }

        random.Split(0).Shuffle<int>(rows[0]);
        random.Split(1).Shuffle<int>(rows[1]);
        return rows;
    }

    private static TrainTestSplit Split(bool[] isTest)
    {
        int tests = isTest.AsSpan().Count(true);
        var train = new int[isTest.Length - tests];
        var test = new int[tests];
        int trained = 0, tested = 0;
        for (int row = 0; row < isTest.Length; row++)
        {
            if (isTest[row])
            {
                test[tested++] = row;
            }
            else
            {
                train[trained++] = row;
            }
        }

        return new TrainTestSplit(train, test);
    }
}
