using CustomerDashboard.Charts;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Prediction;

namespace CustomerDashboard.Components.Pages.Prediction;

/// <summary>The windows a question learned from, was judged on and is answered for.</summary>
public static class TaskTimeline
{
    public static PlotlyFigure Of(TaskResult task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var spans = new List<TimelineSpan>();
        if (task.EarlierWindows is { } earlier) Add(spans, "Forward test: learned here", earlier);
        if (task.Windows is { } judged) Add(spans, "Judged here", judged);
        if (task.ScoringWindows is { } scoring) Add(spans, "Customers scored", scoring);
        // Narrower, the words would stand on each other.
        return TimelineFigure.Create(spans, [new(task.Windows!.Cutoff, "cut-off")]) with { MinWidth = 560 };
    }

    private static void Add(List<TimelineSpan> spans, string row, PredictionWindows windows)
    {
        spans.Add(new TimelineSpan(row, windows.ObservationStart, windows.Cutoff, $"features, {Numbers.Days(windows.ObservationDays)}", ChartTheme.Muted));
        spans.Add(new TimelineSpan(row, windows.Cutoff, windows.OutcomeEnd, "outcome", "var(--segment-6)"));
    }
}
