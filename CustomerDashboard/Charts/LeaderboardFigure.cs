using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;

namespace CustomerDashboard.Charts;

/// <summary>Every model as dots on one scale: judged on later data (with its interval), on customers held out, and over folds.</summary>
public static class LeaderboardFigure
{
    /// <param name="rows">The models, best first.</param>
    /// <param name="axis">The metric.</param>
    /// <param name="baseline">The value of the best baseline, drawn as a line; null for none.</param>
    /// <param name="baselineText">Its name.</param>
    public static PlotlyFigure Create(IReadOnlyList<LeaderboardRow> rows, ChartAxis axis, double? baseline = null, string? baselineText = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(axis);
        string[] names = [.. rows.Select(row => row.IsLeading ? $"<b>{row.Name}</b>" : row.Name)];
        var data = new List<JsonObject>();
        Add("Over folds (cross-validation)", row => row.CrossValidation, "line-ns-open", ChartTheme.Zero, 11, bars: false);
        Add("Held out", row => row.HoldOut, "circle-open", ChartTheme.Zero, 9, bars: false);
        Add("On later data (forward)", row => row.Forward, "circle", ChartTheme.Main, 10, bars: true);
        if (data.Count == 0) throw new ArgumentException("No model was judged.", nameof(rows));
        // Without a forward test the hold-out leads.
        if (!rows.Any(row => row.Forward is not null) && data.Count > 0) Lead(data[^1], rows);
        var xAxis = ChartTheme.Axis(axis);
        xAxis["zeroline"] = false;
        var layout = new JsonObject
        {
            ["xaxis"] = xAxis,
            ["yaxis"] = new JsonObject { ["type"] = "category", ["categoryorder"] = "array", ["categoryarray"] = ChartTheme.Strings(names), ["range"] = new JsonArray(rows.Count - 0.1, -0.6), ["ticks"] = "" },
            ["showlegend"] = true,
            ["hovermode"] = "closest",
            ["legend"] = new JsonObject { ["y"] = 1.06, ["traceorder"] = "reversed" },
        };
        if (baseline is { } line && double.IsFinite(line))
        {
            ChartTheme.MarkVertical(layout, JsonValue.Create(line), baselineText ?? "best baseline");
            layout["annotations"]![0]!["y"] = 0;
            layout["annotations"]![0]!["yanchor"] = "bottom";
            layout["annotations"]![0]!["xanchor"] = "right";
            layout["annotations"]![0]!["xshift"] = -4;
            layout["annotations"]![0]!["font"]!["weight"] = 400;
        }

        return new PlotlyFigure
        {
            Data = data,
            Layout = layout,
            Height = 150 + (30 * rows.Count),
            Summary = $"{axis.Text}: " + string.Join(", ", rows.Select(row => $"{row.Name} {Text(row.Forward ?? row.HoldOut ?? row.CrossValidation)}")) + ".",
            Table = new ChartTable(
                [new ChartColumn("Model", Numeric: false), new ChartColumn("On later data"), new ChartColumn("95% interval", Numeric: true), new ChartColumn("Held out"), new ChartColumn("Over folds")],
                [.. rows.Select(row => (IReadOnlyList<string>)[row.Name, Text(row.Forward), Interval(row.Forward), Text(row.HoldOut), Text(row.CrossValidation)])]),
        };

        void Add(string name, Func<LeaderboardRow, LeaderboardScore?> of, string symbol, string colour, int size, bool bars)
        {
            int[] shown = [.. Enumerable.Range(0, rows.Count).Where(i => of(rows[i]) is { } score && double.IsFinite(score.Value))];
            if (shown.Length == 0) return;
            var trace = new JsonObject
            {
                ["type"] = "scatter",
                ["mode"] = "markers",
                ["name"] = name,
                ["x"] = ChartTheme.Values([.. shown.Select(i => of(rows[i])!.Value.Value)]),
                ["y"] = ChartTheme.Strings(shown.Select(i => names[i])),
                ["customdata"] = ChartTheme.Strings(shown.Select(i => Interval(of(rows[i])))),
                ["marker"] = new JsonObject
                {
                    ["symbol"] = symbol,
                    ["size"] = size,
                    ["line"] = new JsonObject { ["width"] = bars ? 0 : 2, ["color"] = colour },
                    ["color"] = bars ? ChartTheme.Strings(shown.Select(i => rows[i].IsBaseline ? ChartTheme.Zero : colour)) : colour,
                },
                ["hovertemplate"] = $"<b>%{{y}}</b><br>{name}: {ChartTheme.Hover("x", axis)}<br>%{{customdata}}<extra></extra>",
            };
            if (bars)
            {
                trace["error_x"] = new JsonObject
                {
                    ["type"] = "data",
                    ["symmetric"] = false,
                    ["thickness"] = 1.5,
                    ["width"] = 0,
                    ["color"] = ChartTheme.Zero,
                    ["array"] = ChartTheme.Values([.. shown.Select(i => of(rows[i])!.Value is var score ? score.Upper - score.Value : 0)]),
                    ["arrayminus"] = ChartTheme.Values([.. shown.Select(i => of(rows[i])!.Value is var score ? score.Value - score.Lower : 0)]),
                };
            }

            data.Add(trace);
        }

        string Text(LeaderboardScore? score) => score is { } value ? axis.Format is ",.0f" ? Numbers.Fixed(value.Value, 1) : Numbers.Measure(value.Value) : Numbers.None;

        string Interval(LeaderboardScore? score) => score is { } value && double.IsFinite(value.Lower) && double.IsFinite(value.Upper)
            ? $"{Text(new LeaderboardScore(value.Lower))} to {Text(new LeaderboardScore(value.Upper))}"
            : "";
    }

    private static void Lead(JsonObject trace, IReadOnlyList<LeaderboardRow> rows)
    {
        trace["marker"]!["symbol"] = "circle";
        trace["marker"]!["color"] = ChartTheme.Strings(rows.Where(row => (row.HoldOut ?? row.CrossValidation) is not null).Select(row => row.IsBaseline ? ChartTheme.Zero : ChartTheme.Main));
    }
}
