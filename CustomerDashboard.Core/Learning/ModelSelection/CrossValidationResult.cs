namespace CustomerDashboard.Core.Learning.ModelSelection;

/// <summary>How a model does on rows it did not learn from.</summary>
/// <param name="Folds">Every fold in the order of the splits.</param>
/// <param name="OutOfFold">
/// What was foretold for each row by models that did not learn from it, the mean where there were several; NaN where no split tests it.
/// </param>
public sealed record CrossValidationResult<TScores, TPredictions>(IReadOnlyList<CrossValidationFold<TScores>> Folds, TPredictions OutOfFold)
{
    /// <summary>The mean of a score over folds and its spread; folds where it does not exist (NaN) are left out.</summary>
    public FoldSummary Summarise(Func<TScores, double> score)
    {
        ArgumentNullException.ThrowIfNull(score);
        return FoldSummary.Of([.. Folds.Select(fold => score(fold.Scores))]);
    }
}
