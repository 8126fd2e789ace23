using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Core.Prediction;

/// <summary>Says in one sentence whether a model is worth having.</summary>
internal static class RepeatVerdict
{
    public static string Write(ClassifierEvaluation model, ClassifierEvaluation baseline)
    {
        bool forward = model.Forward is not null && baseline.Forward is not null;
        ClassifierScores scores = forward ? model.Forward! : model.Holdout;
        ClassifierScores naive = forward ? baseline.Forward! : baseline.Holdout;
        (double difference, double error) = RocAucInterval.Compare(Widen(scores.Scores), Widen(naive.Scores), scores.Labels);
        string where = forward ? "Learned one period earlier and tested on" : "Tested on";
        string sample = FormattableString.Invariant($"{where} {scores.Customers:N0} customers{(forward ? "" : " held out of training")}");
        string quality = FormattableString.Invariant(
            $"{model.Name.ToLowerInvariant()} ranks a buyer above a non-buyer in {100 * scores.RocAuc:0.0}% of pairs (95% interval {100 * scores.RocAucLower:0.0}% to {100 * scores.RocAucUpper:0.0}%)");
        string name = baseline.Name.ToLowerInvariant();
        string comparison = difference > 1.96 * error
            ? FormattableString.Invariant($"better than the best baseline, {name}, with {100 * naive.RocAuc:0.0}%")
            : difference < -1.96 * error
                ? FormattableString.Invariant($"worse than the baseline {name} with {100 * naive.RocAuc:0.0}%: rank customers by that instead")
                : FormattableString.Invariant($"no better than the baseline {name} with {100 * naive.RocAuc:0.0}%: the difference may be chance");
        return $"{sample}, {quality}, {comparison}.";
    }

    private static double[] Widen(float[] values) => Array.ConvertAll(values, v => (double)v);
}
