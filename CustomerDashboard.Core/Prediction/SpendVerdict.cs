namespace CustomerDashboard.Core.Prediction;

/// <summary>Says in one sentence whether a forecast of spend is worth having.</summary>
internal static class SpendVerdict
{
    /// <summary>The better of model and run-rate by forward test (hold-out where there is none), and why.</summary>
    public static (string ChosenId, string Sentence) Write(RegressorEvaluation model, RegressorEvaluation runRate)
    {
        bool forward = model.Forward is not null && runRate.Forward is not null;
        RegressionScores scores = forward ? model.Forward! : model.Holdout;
        RegressionScores naive = forward ? runRate.Forward! : runRate.Holdout;
        (double advantage, double error) = SpendJudge.Compare(scores, naive);
        string sample = FormattableString.Invariant(
            $"{(forward ? "Learned one period earlier and tested on" : "Tested on")} {scores.Customers:N0} customers{(forward ? "" : " held out of training")}");
        string misses = FormattableString.Invariant(
            $"{model.Name.ToLowerInvariant()} misses by {scores.MeanAbsoluteError:N0} per customer on average, the run-rate by {naive.MeanAbsoluteError:N0}");
        if (advantage > 1.96 * error)
        {
            return (model.Id, FormattableString.Invariant($"{sample}, {misses}: the model is better by {100 * advantage / naive.MeanAbsoluteError:0}%."));
        }

        string judgement = advantage < -1.96 * error
            ? "no model here beats the run-rate, so the expected spend shown is the run-rate"
            : "the model is no better than the run-rate (the difference may be chance), so the expected spend shown is the run-rate";
        return (runRate.Id, $"{sample}, {misses}: {judgement}.");
    }
}
