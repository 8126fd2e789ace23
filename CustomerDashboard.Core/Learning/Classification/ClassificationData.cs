using System.Globalization;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>The checks every classifier makes of its input, in the same words.</summary>
internal static class ClassificationData
{
    /// <summary>Throws unless there are rows, finite values, one label per row and both answers among the labels.</summary>
    public static void RequireLearnable(Matrix points, ReadOnlySpan<bool> labels)
    {
        LearningData.RequireLearnable(points, labels.Length, nameof(labels));
        RequireBothAnswers(labels);
    }

    /// <summary>Throws unless both answers are among the labels.</summary>
    public static void RequireBothAnswers(ReadOnlySpan<bool> labels)
    {
        int positives = labels.Count(true);
        if (positives == 0 || positives == labels.Length)
        {
            string answer = positives == 0 ? "no" : "yes";
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"All {labels.Length} labels say {answer}: a classifier needs cases of both kinds to tell them apart."),
                nameof(labels));
        }
    }

    /// <summary>Throws unless there are rows, finite values, one class per row and at least two classes among them.</summary>
    public static void RequireLearnable(Matrix points, ReadOnlySpan<int> labels, int classCount)
    {
        LearningData.RequireLearnable(points, labels.Length, nameof(labels));
        RequireSeveralClasses(labels, classCount);
    }

    /// <summary>Throws unless every label is a class and at least two classes are among them.</summary>
    public static void RequireSeveralClasses(ReadOnlySpan<int> labels, int classCount)
    {
        RequireClasses(labels, classCount);
        if (!labels.ContainsAnyExcept(labels[0]))
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"All {labels.Length} rows are of class {labels[0]}: a classifier needs cases of at least two classes to tell them apart."),
                nameof(labels));
        }
    }

    /// <summary>Throws unless every label is a class.</summary>
    public static void RequireClasses(ReadOnlySpan<int> labels, int classCount)
    {
        if (classCount < 2)
        {
            throw new ArgumentOutOfRangeException(nameof(classCount), classCount, "There must be at least two classes.");
        }

        int row = labels.IndexOfAnyExceptInRange(0, classCount - 1);
        if (row >= 0)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture, $"Row {row + 1} is of class {labels[row]}, but the classes are 0 to {classCount - 1}."),
                nameof(labels));
        }
    }

    public static void RequirePredictable(Matrix points, int featureCount) => LearningData.RequirePredictable(points, featureCount);

    /// <summary>The classes 0 for no and 1 for yes.</summary>
    public static int[] ToClasses(ReadOnlySpan<bool> labels)
    {
        var classes = new int[labels.Length];
        for (int row = 0; row < classes.Length; row++)
        {
            classes[row] = labels[row] ? 1 : 0;
        }

        return classes;
    }

    /// <summary>Throws unless the weights are usable and leave cases of both kinds.</summary>
    public static void RequireWeights(ReadOnlySpan<double> weights, ReadOnlySpan<bool> labels)
    {
        LearningData.RequireWeights(weights, labels.Length);
        bool positive = weights.Length == 0;
        bool negative = weights.Length == 0;
        for (int row = 0; row < weights.Length; row++)
        {
            positive |= labels[row] && weights[row] > 0;
            negative |= !labels[row] && weights[row] > 0;
        }

        if (!positive || !negative)
        {
            throw new ArgumentException(
                $"Every row that says {(positive ? "no" : "yes")} has weight 0: a classifier needs cases of both kinds to tell them apart.",
                nameof(weights));
        }
    }

    /// <summary>The numbers 0 for no and 1 for yes.</summary>
    public static double[] ToTargets(ReadOnlySpan<bool> labels)
    {
        var targets = new double[labels.Length];
        for (int row = 0; row < targets.Length; row++)
        {
            targets[row] = labels[row] ? 1 : 0;
        }

        return targets;
    }
}
