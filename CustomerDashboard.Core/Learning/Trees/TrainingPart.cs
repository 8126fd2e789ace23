using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>Which rows boosting learns from and which it only watches to know when to stop; rows of weight 0 are in neither.</summary>
internal sealed record TrainingPart(int[] Learned, int[] Watched)
{
    private const int ValidationStream = 101;

    /// <summary>Keeps the share of each class; a class of one row is learned from.</summary>
    public static TrainingPart Of(ReadOnlySpan<int> labels, int classCount, ReadOnlySpan<double> weights, GradientBoostedTreesOptions options)
    {
        int[] counted = LearningData.CountedRows(labels.Length, weights);
        if (options.EarlyStoppingRounds is null)
        {
            return new TrainingPart(counted, []);
        }

        var watched = new List<int>();
        RandomSource random = new RandomSource(options.Seed).Split(ValidationStream);
        for (int label = 0; label < classCount; label++)
        {
            var members = new List<int>();
            foreach (int row in counted)
            {
                if (labels[row] == label)
                {
                    members.Add(row);
                }
            }

            int held = Math.Min((int)Math.Round(options.ValidationShare * members.Count), members.Count - 1);
            if (held > 0)
            {
                watched.AddRange(random.Split(label).SampleWithoutReplacement(members.Count, held).Select(place => members[place]));
            }
        }

        return Divide(counted, watched);
    }

    /// <summary>Draws the rows to watch from all alike.</summary>
    public static TrainingPart Of(int rows, ReadOnlySpan<double> weights, GradientBoostedTreesOptions options) =>
        Of(new int[rows], 1, weights, options);

    private static TrainingPart Divide(int[] counted, List<int> watched)
    {
        if (watched.Count == 0)
        {
            throw new ArgumentException(
                $"{counted.Length} rows are too few to hold a part of them back for stopping early; grow a fixed number of trees instead.",
                nameof(counted));
        }

        var held = new HashSet<int>(watched);
        watched.Sort();
        return new TrainingPart(Array.FindAll(counted, row => !held.Contains(row)), [.. watched]);
    }
}
