namespace CustomerDashboard.Core.Learning.ModelSelection;

/// <summary>A score over folds.</summary>
/// <param name="Mean">Mean over the folds that have it; NaN with none.</param>
/// <param name="StandardDeviation">Standard deviation over them (divisor: folds).</param>
/// <param name="Folds">How many have it.</param>
public readonly record struct FoldSummary(double Mean, double StandardDeviation, int Folds)
{
    internal static FoldSummary Of(double[] scores)
    {
        double[] known = Array.FindAll(scores, score => !double.IsNaN(score));
        double mean = 0;
        foreach (double score in known)
        {
            mean += score / known.Length;
        }

        double squares = 0;
        foreach (double score in known)
        {
            squares += (score - mean) * (score - mean);
        }

        return known.Length == 0
            ? new FoldSummary(double.NaN, double.NaN, 0)
            : new FoldSummary(mean, Math.Sqrt(squares / known.Length), known.Length);
    }
}
