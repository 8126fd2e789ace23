using System.Globalization;
using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;

namespace CustomerDashboard.Charts;

/// <summary>A table in colours: cluster profiles, confusion matrices, correlations.</summary>
public static class HeatmapFigure
{
    /// <param name="rows">Names of the rows, from the top.</param>
    /// <param name="columns">Names of the columns.</param>
    /// <param name="values">Row by row.</param>
    /// <param name="scale">Sequential, or diverging around zero.</param>
    /// <param name="valueName">What the colour means, with its unit.</param>
    /// <param name="texts">What is written in each cell; the value in three digits when null.</param>
    /// <param name="xTitle">Title under the columns, or null.</param>
    /// <param name="yTitle">Title beside the rows, or null.</param>
    public static PlotlyFigure Create(
        IReadOnlyList<string> rows, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<double>> values, HeatmapScale scale,
        string valueName, IReadOnlyList<IReadOnlyList<string>>? texts = null, string? xTitle = null, string? yTitle = null)
    {
        if (values.Count != rows.Count || values.Any(row => row.Count != columns.Count))
            throw new ArgumentException($"The values are not {rows.Count} rows of {columns.Count}.", nameof(values));
        texts ??= [.. values.Select(row => (IReadOnlyList<string>)[.. row.Select(value => scale == HeatmapScale.Diverging ? Signed(value) : Numbers.Rounded(value))])];

        var z = new JsonArray();
        foreach (var row in values) z.Add((JsonNode)ChartTheme.Values([.. row]));
        var words = new JsonArray();
        foreach (var row in texts) words.Add((JsonNode)ChartTheme.Strings(row));
        var written = columns.Count <= 16 && rows.Count <= 24;
        var trace = new JsonObject
        {
            ["type"] = "heatmap",
            ["x"] = ChartTheme.Strings(columns),
            ["y"] = ChartTheme.Strings(rows),
            ["z"] = z,
            ["text"] = words,
            ["texttemplate"] = written ? "%{text}" : "",
            // Where the figures are written, the bar beside them only takes room.
            ["showscale"] = !written,
            ["textfont"] = new JsonObject { ["size"] = 12 },
            ["xgap"] = 2,
            ["ygap"] = 2,
            ["colorscale"] = scale == HeatmapScale.Diverging ? ChartTheme.DivergingScale() : ChartTheme.SequentialScale(),
            ["colorbar"] = new JsonObject
            {
                ["title"] = new JsonObject { ["text"] = valueName, ["side"] = "right", ["font"] = new JsonObject { ["size"] = 12 } },
                ["thickness"] = 10,
                ["outlinewidth"] = 0,
                ["len"] = 1,
                ["tickfont"] = new JsonObject { ["size"] = 12 },
            },
            ["hovertemplate"] = $"<b>%{{y}}</b><br>%{{x}}<br>{valueName}: %{{text}}<extra></extra>",
        };
        if (scale == HeatmapScale.Diverging)
        {
            var widest = values.SelectMany(row => row).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(1).Max();
            if (widest == 0) widest = 1;
            trace["zmin"] = -widest;
            trace["zmax"] = widest;
        }
        var xAxis = new JsonObject { ["showgrid"] = false, ["type"] = "category", ["side"] = "top", ["ticks"] = "" };
        if (xTitle is not null) xAxis["title"] = xTitle;
        var yAxis = new JsonObject { ["showgrid"] = false, ["type"] = "category", ["autorange"] = "reversed", ["ticks"] = "" };
        if (yTitle is not null) yAxis["title"] = yTitle;
        return new PlotlyFigure
        {
            Data = [trace],
            Layout = new JsonObject { ["xaxis"] = xAxis, ["yaxis"] = yAxis },
            Height = Math.Max(220, 110 + 40 * rows.Count),
            MinWidth = Math.Min(1100, 120 + 46 * columns.Count),
            Summary = Describe(rows, columns, values, texts, valueName),
            Table = new ChartTable(
                [new ChartColumn(yTitle ?? "Row", Numeric: false), .. columns.Select(column => new ChartColumn(Plain(column)))],
                [.. rows.Select((row, i) => (IReadOnlyList<string>)[Plain(row), .. texts[i].Select((text, j) => Said(text, values[i][j]))])]),
        };
    }

    private static string Signed(double value) => !double.IsFinite(value)
        ? Numbers.None
        : value.ToString("+0.0;\u22120.0;0.0", CultureInfo.CurrentCulture);

    private static string Describe(
        IReadOnlyList<string> rows, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<double>> values,
        IReadOnlyList<IReadOnlyList<string>> texts, string valueName)
    {
        var (high, low) = ((Row: -1, Column: -1), (Row: -1, Column: -1));
        for (var r = 0; r < rows.Count; r++)
        {
            for (var c = 0; c < columns.Count; c++)
            {
                if (!double.IsFinite(values[r][c])) continue;
                if (high.Row < 0 || values[r][c] > values[high.Row][high.Column]) high = (r, c);
                if (low.Row < 0 || values[r][c] < values[low.Row][low.Column]) low = (r, c);
            }
        }
        return high.Row < 0
            ? $"{valueName}: no values."
            : $"{valueName} for {rows.Count} rows and {columns.Count} columns. Highest: {Cell(high)}. Lowest: {Cell(low)}.";

        string Cell((int Row, int Column) at) => $"{Plain(rows[at.Row])}, {Plain(columns[at.Column])}, {Said(texts[at.Row][at.Column], values[at.Row][at.Column])}";
    }

    // Lines are broken for the picture; a cell left empty there still has a value.
    private static string Plain(string text) => text.Replace("<br>", " ", StringComparison.Ordinal);

    private static string Said(string text, double value) => text.Length == 0 ? Numbers.Rounded(value) : Plain(text);
}
