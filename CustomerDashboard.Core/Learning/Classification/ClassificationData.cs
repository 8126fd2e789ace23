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

    public static void RequirePredictable(Matrix points, int featureCount) => LearningData.RequirePredictable(points, featureCount);
}
