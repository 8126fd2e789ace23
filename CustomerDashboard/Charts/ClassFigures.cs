using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Prediction.Judging;

namespace CustomerDashboard.Charts;

/// <summary>Charts of a question of several classes.</summary>
public static class ClassFigures
{
    /// <summary>How customers of each class were called, in shares of the class.</summary>
    public static PlotlyFigure Confusion(MulticlassJudgement judged, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(judged);
        ArgumentNullException.ThrowIfNull(names);
        var table = judged.Confusion;
        var shares = new double[names.Count][];
        var texts = new string[names.Count][];
        for (var actual = 0; actual < names.Count; actual++)
        {
            var sum = Math.Max(1, Enumerable.Range(0, names.Count).Sum(called => table[actual, called]));
            shares[actual] = [.. Enumerable.Range(0, names.Count).Select(called => (double)table[actual, called] / sum)];
            texts[actual] = [.. Enumerable.Range(0, names.Count).Select(called => $"{Numbers.Percent(shares[actual][called])} ({Numbers.Count(table[actual, called])})")];
        }

        return HeatmapFigure.Create(
            [.. names.Select(name => ChartTheme.Wrapped(name, 18))], [.. names.Select(name => ChartTheme.Wrapped(name, 14))], shares, HeatmapScale.Sequential, "Share of the class", texts, "Called", "Was");
    }
}
