using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>What is usually asked of the probabilities of several classes.</summary>
/// <param name="Confusion">What each class was called; its rates are those by the class of greatest probability.</param>
/// <param name="MacroRocAuc">NaN where all cases are of one class.</param>
/// <param name="LogLoss">Mean negative log of the probability of what happened.</param>
/// <param name="BrierScore">Mean squared distance between probabilities and what happened, summed over classes.</param>
public sealed record MulticlassSummary(ConfusionTable Confusion, double MacroRocAuc, double LogLoss, double BrierScore)
{
    /// <summary>Judges probabilities: m cases in rows, classes in columns. O(k m log m).</summary>
    /// <exception cref="ArgumentException">No case, a class that does not exist, or lengths that differ.</exception>
    public static MulticlassSummary Of(Matrix probabilities, ReadOnlySpan<int> actual) => new(
        ConfusionTable.Of(probabilities, actual),
        MulticlassMetrics.MacroRocAuc(probabilities, actual),
        MulticlassMetrics.LogLoss(probabilities, actual),
        MulticlassMetrics.BrierScore(probabilities, actual));
}
