namespace CustomerDashboard.Core.Prediction.Questions;

/// <summary>
/// How much more is usually bought in one window than in another, by the sales of the same windows a year before: a model that learned
/// in summer must not foretell autumn as if it were summer. Looks at nothing after the later window's beginning.
/// </summary>
internal sealed class SeasonalSales(CustomerLines lines)
{
    /// <summary>A season changes sales by a few times at most; anything beyond is a gap in the file.</summary>
    private const double Most = 3;

    /// <summary>Sales of the second window a year before / sales of the first a year before; 1 where the file does not reach so far back.</summary>
    public double Between(PredictionWindows? learned, PredictionWindows tested)
    {
        if (learned is null || learned.Cutoff.AddDays(-365).Ticks < lines.FirstTicks || tested.OutcomeDays > 365)
        {
            return 1;
        }

        double before = Sales(learned), after = Sales(tested);
        return before > 0 && after > 0 ? Math.Clamp(after / before, 1 / Most, Most) : 1;
    }

    private double Sales(PredictionWindows windows)
    {
        long from = windows.Cutoff.AddDays(-365).Ticks, to = windows.OutcomeEnd.AddDays(-365).Ticks;
        double sum = 0;
        long[] ticks = lines.Ticks;
        double[] amounts = lines.Amount;
        for (int line = 0; line < ticks.Length; line++)
        {
            sum += ticks[line] > from && ticks[line] <= to ? amounts[line] : 0;
        }

        return sum;
    }
}
