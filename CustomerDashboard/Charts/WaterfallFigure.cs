using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;

namespace CustomerDashboard.Charts;

/// <summary>From a first total, step by step, to the last: what each cleaning rule took away.</summary>
public static class WaterfallFigure
{
    /// <param name="startName">Name of the first total.</param>
    /// <param name="start">The first total.</param>
    /// <param name="steps">Name and signed change of each step, in order.</param>
    /// <param name="endName">Name of the last total, which is the sum.</param>
    /// <param name="axis">What is counted.</param>
    /// <param name="write">How a figure is written; three significant digits when null.</param>
    /// <param name="risesAreBad">Whether a rise is bad news: a growing risk.</param>
    public static PlotlyFigure Create(
        string startName, double start, IReadOnlyList<KeyValuePair<string, double>> steps, string endName, ChartAxis axis,
        Func<double, string>? write = null, bool risesAreBad = false)
    {
        write ??= Numbers.Rounded;
        var names = new List<string> { startName };
        var changes = new List<double> { start };
        var measures = new List<string> { "absolute" };
        var labels = new List<string> { write(start) };
        var sum = start;
        foreach (var (name, change) in steps)
        {
            names.Add(name);
            changes.Add(change);
            measures.Add("relative");
            labels.Add(change == 0 ? "none" : (change > 0 ? "+" : "\u2212") + write(Math.Abs(change)));
            sum += change;
        }
        names.Add(endName);
        changes.Add(sum);
        measures.Add("total");
        labels.Add(write(sum));

        var trace = new JsonObject
        {
            ["type"] = "waterfall",
            ["orientation"] = "h",
            ["measure"] = ChartTheme.Strings(measures),
            ["y"] = ChartTheme.Strings(names),
            ["x"] = ChartTheme.Values([.. changes]),
            ["text"] = ChartTheme.Strings(labels),
            ["textposition"] = "none",
            ["connector"] = new JsonObject { ["line"] = new JsonObject { ["color"] = ChartTheme.Zero, ["width"] = 1, ["dash"] = "dot" } },
            ["decreasing"] = Coloured(risesAreBad ? ChartTheme.Good : ChartTheme.Bad),
            ["increasing"] = Coloured(risesAreBad ? ChartTheme.Bad : ChartTheme.Good),
            ["totals"] = Coloured(ChartTheme.Main),
            ["hovertemplate"] = $"<b>%{{y}}</b><br>Change: %{{delta:,.2~f}}<br>After: %{{final:,.2~f}} {axis.Unit}<extra></extra>",
        };
        var valueAxis = ChartTheme.Axis(axis);
        valueAxis["rangemode"] = "tozero";
        return new PlotlyFigure
        {
            Data = [trace, LabelsAtTheRight(names, changes, measures, labels)],
            Layout = new JsonObject
            {
                ["xaxis"] = valueAxis,
                ["yaxis"] = new JsonObject { ["autorange"] = "reversed", ["showgrid"] = false, ["type"] = "category" },
                ["waterfallgap"] = 0.35,
                ["showlegend"] = false,
                ["margin"] = new JsonObject { ["r"] = 64 },
            },
            Height = Math.Max(220, 72 + 36 * names.Count),
            Summary = $"{startName} {Numbers.Exact(start)}, {endName} {Numbers.Exact(sum)}. " +
                string.Join(", ", steps.Select(step => $"{step.Key} {Numbers.Exact(step.Value)}")) + ".",
            Table = new ChartTable(
                [new ChartColumn("Step", Numeric: false), new ChartColumn("Change"), new ChartColumn($"{axis.Text} after")],
                ToRows(names, changes, measures)),
        };
    }

    // Written at the end of a bar to the left, a figure would stand on the name of the bar.
    private static JsonObject LabelsAtTheRight(List<string> names, List<double> changes, List<string> measures, List<string> labels)
    {
        var (after, ends) = (0.0, new double[names.Count]);
        for (var i = 0; i < ends.Length; i++)
        {
            var before = measures[i] == "relative" ? after : 0;
            after = measures[i] == "relative" ? after + changes[i] : changes[i];
            ends[i] = Math.Max(before, after);
        }

        return new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "text",
            ["x"] = ChartTheme.Values(ends),
            ["y"] = ChartTheme.Strings(names),
            ["text"] = ChartTheme.Strings(labels.Select(label => "\u2002" + label)),
            ["textposition"] = "middle right",
            ["textfont"] = new JsonObject { ["color"] = ChartTheme.Strong, ["size"] = 12 },
            ["cliponaxis"] = false,
            ["hoverinfo"] = "skip",
        };
    }

    private static JsonObject Coloured(string colour) => new() { ["marker"] = new JsonObject { ["color"] = colour } };

    private static List<IReadOnlyList<string>> ToRows(List<string> names, List<double> changes, List<string> measures)
    {
        var rows = new List<IReadOnlyList<string>>(names.Count);
        var after = 0.0;
        for (var i = 0; i < names.Count; i++)
        {
            after = measures[i] == "relative" ? after + changes[i] : changes[i];
            rows.Add([names[i], measures[i] == "relative" ? Numbers.Exact(changes[i]) : "", Numbers.Exact(after)]);
        }
        return rows;
    }
}
