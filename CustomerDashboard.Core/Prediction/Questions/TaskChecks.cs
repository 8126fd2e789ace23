namespace CustomerDashboard.Core.Prediction.Questions;

/// <summary>Says in words why a question cannot be learned from the answers there are, and what would work instead.</summary>
internal static class TaskChecks
{
    /// <summary>The fewest customers worth learning from.</summary>
    public const int FewestCustomers = 20;

    /// <summary>The fewest customers of a class worth learning from.</summary>
    public const int FewestOfOneClass = 10;

    /// <summary>Whether both answers occur often enough.</summary>
    /// <param name="labels">The answers.</param>
    /// <param name="folds">Folds of the cross-validation: each must hold both answers.</param>
    /// <param name="what">"bought again in the 90 days after 2011-09-10", to go after "3 of 200 customers".</param>
    /// <param name="ifFew">What to do where yes is rare.</param>
    /// <param name="ifMany">What to do where no is rare.</param>
    public static PredictionUnavailable? OfBinary(ReadOnlySpan<bool> labels, int folds, string what, string ifFew, string ifMany)
    {
        if (TooFew(labels.Length) is { } tooFew)
        {
            return tooFew;
        }

        int positives = labels.Count(true);
        int rarer = Math.Min(positives, labels.Length - positives);
        string remedy = positives <= labels.Length - positives ? ifFew : ifMany;
        if (rarer == 0)
        {
            string who = positives == 0 ? "None of" : "All";
            return new PredictionUnavailable(
                PredictionProblem.OneClassOnly, FormattableString.Invariant($"{who} {labels.Length:N0} customers {what}."), remedy);
        }

        int needed = Math.Max(FewestOfOneClass, folds);
        return rarer >= needed ? null : new PredictionUnavailable(
            PredictionProblem.TooFewOfOneClass,
            FormattableString.Invariant($"Only {positives:N0} of {labels.Length:N0} customers {what}."),
            FormattableString.Invariant($"At least {needed} must and {needed} must not. {remedy}"));
    }

    /// <summary>Whether numbers differ.</summary>
    public static PredictionUnavailable? OfNumbers(ReadOnlySpan<double> targets, string what, string remedy)
    {
        if (TooFew(targets.Length) is { } tooFew)
        {
            return tooFew;
        }

        return targets.ContainsAnyExcept(targets[0]) ? null : new PredictionUnavailable(
            PredictionProblem.NoSpendInOutcome, FormattableString.Invariant($"{what} is {targets[0]:0.##} for everyone."), remedy);
    }

    private static PredictionUnavailable? TooFew(int count) => count >= FewestCustomers ? null : new PredictionUnavailable(
        PredictionProblem.TooFewCustomers,
        FormattableString.Invariant($"Only {count} {(count == 1 ? "customer has" : "customers have")} an answer to learn from."),
        FormattableString.Invariant($"At least {FewestCustomers} are needed to learn from some and test on others; load more customers."));
}
