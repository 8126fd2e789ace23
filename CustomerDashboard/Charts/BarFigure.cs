using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;

namespace CustomerDashboard.Charts;

/// <summary>Bars from zero, each with its value: sizes, shares, importances, coefficients.</summary>
public static class BarFigure
{
    /// <param name="names">One for each bar, in the order from the top (or the left).</param>
    /// <param name="values">Lengths of the bars.</param>
    /// <param name="axis">What the length means.</param>
    /// <param name="colours">One token for each bar; the main colour when null.</param>
    /// <param name="labels">What is written at the end of each bar; the value in three digits when null.</param>
    /// <param name="notes">More to say on hover, such as the sample size.</param>
    /// <param name="horizontal">Sideways, so that long names can be read.</param>
    public static PlotlyFigure Create(
        IReadOnlyList<string> names, IReadOnlyList<double> values, ChartAxis axis, IReadOnlyList<string>? colours = null,
        IReadOnlyList<string>? labels = null, IReadOnlyList<string>? notes = null, bool horizontal = true)
    {
        if (names.Count != values.Count) throw new ArgumentException($"There are {names.Count} names for {values.Count} values.", nameof(names));
        labels ??= [.. values.Select(Numbers.Rounded)];
        var value = horizontal ? "x" : "y";
        var name = horizontal ? "y" : "x";
        var trace = new JsonObject
        {
            ["type"] = "bar",
            ["orientation"] = horizontal ? "h" : "v",
            [value] = ChartTheme.Values([.. values]),
            [name] = ChartTheme.Strings(names),
            ["text"] = ChartTheme.Strings(labels),
            ["textposition"] = "outside",
            ["cliponaxis"] = false,
            ["textfont"] = new JsonObject { ["color"] = ChartTheme.Strong, ["size"] = 12 },
            ["marker"] = new JsonObject { ["color"] = colours is null ? ChartTheme.Main : ChartTheme.Strings(colours), ["cornerradius"] = 3 },
            ["customdata"] = ChartTheme.Strings(notes ?? [.. names.Select(_ => "")]),
            ["hovertemplate"] = $"<b>%{{{name}}}</b><br>{axis.Title}: {ChartTheme.Hover(value, axis)}<br>%{{customdata}}<extra></extra>",
        };
        var valueAxis = ChartTheme.Axis(axis);
        valueAxis["rangemode"] = "tozero";
        valueAxis["zeroline"] = true;
        var nameAxis = new JsonObject { ["showgrid"] = false, ["type"] = "category", ["ticks"] = "" };
        if (horizontal) nameAxis["autorange"] = "reversed";
        var data = new List<JsonObject> { trace };
        if (horizontal && values.Any(number => number < 0)) data.Add(LabelsAtTheRight(trace, valueAxis, names, values, labels));
        return new PlotlyFigure
        {
            Data = data,
            // Room for the text outside of the longest bar.
            Layout = new JsonObject
            {
                [value + "axis"] = valueAxis,
                [name + "axis"] = nameAxis,
                ["bargap"] = 0.35,
                ["showlegend"] = false,
                ["margin"] = horizontal ? new JsonObject { ["r"] = 64 } : new JsonObject { ["t"] = 24 },
            },
            Height = horizontal ? Math.Max(180, 72 + 36 * names.Count) : 320,
            Summary = Describe(names, labels, axis),
            Table = new ChartTable([new ChartColumn("Name", Numeric: false), new ChartColumn(axis.Text)],
                [.. names.Select((n, i) => (IReadOnlyList<string>)[n, Numbers.Exact(values[i])])]),
        };
    }

    // Written at the end of a bar to the left, a figure would stand on the name of the bar where the page is narrow.
    private static JsonObject LabelsAtTheRight(JsonObject bars, JsonObject axis, IReadOnlyList<string> names, IReadOnlyList<double> values, IReadOnlyList<string> labels)
    {
        bars["textposition"] = "none";
        double low = values.Min();
        double high = Math.Max(0, values.Max());
        axis["range"] = new JsonArray(low - (0.04 * (high - low)), high + (0.12 * (high - low)));
        axis.Remove("rangemode");
        return new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "text",
            ["x"] = ChartTheme.Values([.. values.Select(value => Math.Max(0, value))]),
            ["y"] = ChartTheme.Strings(names),
            ["text"] = ChartTheme.Strings(labels.Select(label => "\u2002" + label)),
            ["textposition"] = "middle right",
            ["textfont"] = new JsonObject { ["color"] = ChartTheme.Strong, ["size"] = 12 },
            ["cliponaxis"] = false,
            ["hoverinfo"] = "skip",
        };
    }

    private static string Describe(IReadOnlyList<string> names, IReadOnlyList<string> labels, ChartAxis axis) =>
        names.Count == 0 ? "No bars." : $"{axis.Text}: " + string.Join(", ", names.Take(12).Select((name, i) => $"{name} {labels[i]}")) + (names.Count > 12 ? $", and {names.Count - 12} more." : ".");
}
