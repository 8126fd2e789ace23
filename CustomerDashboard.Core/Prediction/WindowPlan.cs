using System.Globalization;

namespace CustomerDashboard.Core.Prediction;

/// <summary>Where the windows lie on the time line of a file, or why they cannot be laid.</summary>
internal sealed record WindowPlan(
    PredictionWindows? Current, PredictionWindows? Earlier, PredictionWindows? Scoring, PredictionUnavailable? Unavailable)
{
    /// <summary>The first purchase of the file.</summary>
    public DateTime FirstDate { get; init; }

    public static WindowPlan Lay(long firstTicks, long lastTicks, PredictionOptions options)
    {
        var first = new DateTime(firstTicks);
        var last = new DateTime(lastTicks);
        TimeSpan horizon = TimeSpan.FromDays(options.HorizonDays);
        double covered = (last - first).TotalDays;
        if (DateTime.MaxValue - last < horizon || last - DateTime.MinValue < horizon)
        {
            return Impossible(
                PredictionProblem.HistoryTooShort,
                "The dates lie at the very edge of the calendar.",
                "Check the date column on the page Data.");
        }

        PredictionWindows scoring = Window(first, last, horizon, options);
        DateTime cutoff = options.Cutoff ?? last - horizon;
        if (options.Cutoff is null && cutoff < first)
        {
            int possible = (int)Math.Floor(covered / 3);
            return Impossible(
                PredictionProblem.HistoryTooShort,
                Text($"The file covers {covered:0.#} days, from {Date(first)} to {Date(last)}, and the outcome window is {options.HorizonDays} days: nothing lies before the cut-off."),
                possible >= 1
                    ? Text($"Choose an outcome window of at most {possible} days, or load a longer file.")
                    : "Load a file that covers a longer time.") with
            { Scoring = scoring };
        }

        if (cutoff < first)
        {
            return Impossible(
                PredictionProblem.NoCustomersBeforeCutoff,
                Text($"The cut-off {Date(cutoff)} lies before the first purchase on {Date(first)}: no customer is known by then."),
                Text($"Choose a cut-off between {Date(first)} and {Date(last - horizon)}, or leave it empty.")) with
            { Scoring = scoring };
        }

        if (cutoff + horizon > last)
        {
            double left = Math.Floor((last - cutoff).TotalDays);
            string shorter = left >= 1 ? Text($" or an outcome window of at most {left:0} days,") : "";
            return Impossible(
                PredictionProblem.CutoffTooLate,
                Text($"With the cut-off {Date(cutoff)} the outcome window of {options.HorizonDays} days ends after the last purchase on {Date(last)}, so it is not yet known who buys again."),
                last - horizon >= first
                    ? Text($"Choose a cut-off on {Date(last - horizon)} or earlier,{shorter} or leave it empty.")
                    : Text($"Choose a shorter outcome window; the file covers {covered:0.#} days.")) with
            { Scoring = scoring };
        }

        PredictionWindows current = Window(first, cutoff, horizon, options);
        PredictionWindows? earlier = cutoff - horizon > first ? Window(first, cutoff - horizon, horizon, options) : null;
        return new WindowPlan(current, earlier, scoring, null) { FirstDate = first };
    }

    private static PredictionWindows Window(DateTime first, DateTime cutoff, TimeSpan horizon, PredictionOptions options)
    {
        DateTime start = first;
        if (options.ObservationDays is { } days && (cutoff - first).TotalDays > days)
        {
            start = cutoff.AddDays(-days);
        }

        return new PredictionWindows(start, cutoff, cutoff + horizon);
    }

    private static WindowPlan Impossible(PredictionProblem problem, string found, string remedy) =>
        new(null, null, null, new PredictionUnavailable(problem, found, remedy));

    private static string Date(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
