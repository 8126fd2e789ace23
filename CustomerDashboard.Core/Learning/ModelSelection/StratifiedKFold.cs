using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.ModelSelection;

/// <summary>Seeded folds that keep the share of every class the same; fold sizes differ by one at most. O(n) a fold.</summary>
public static class StratifiedKFold
{
    /// <summary>Deals the rows of each answer into folds; fold i is the test set of split i.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two folds, or more than rows of the rarer answer.</exception>
    public static IReadOnlyList<TrainTestSplit> Split(ReadOnlySpan<bool> labels, int folds, int seed)
    {
        int positives = labels.Count(true);
        KFold.RequireFolds(folds, Math.Min(positives, labels.Length - positives), "rows of the rarer answer");
        return StratifiedSplit.Folds(labels, folds, seed);
    }

    /// <summary>Deals the rows of each class into folds; a class with fewer rows than folds is in the tests of some folds only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two folds, or more than rows.</exception>
    public static IReadOnlyList<TrainTestSplit> Split(ReadOnlySpan<int> labels, int classCount, int folds, int seed)
    {
        KFold.RequireFolds(folds, labels.Length, "rows");
        ClassificationData.RequireClasses(labels, classCount);
        var random = new RandomSource(seed);
        var foldOf = new int[labels.Length];
        int next = 0;
        for (int kind = 0; kind < classCount; kind++)
        {
            var rows = new List<int>();
            for (int row = 0; row < labels.Length; row++)
            {
                if (labels[row] == kind)
                {
                    rows.Add(row);
                }
            }

            int[] order = [.. rows];
            random.Split(kind).Shuffle<int>(order);

            // Each class goes on where the one before stopped, so that fold sizes differ by one at most.
            foreach (int row in order)
            {
                foldOf[row] = next;
                next = (next + 1) % folds;
            }
        }

        return KFold.FromFolds(foldOf, folds);
    }
}
