using System.Text.Json.Nodes;

namespace CustomerDashboard.Charts;

/// <summary>The colours of charts as tokens, and the parts every figure is made of.</summary>
public static class ChartTheme
{
    public const string Text = "var(--chart-text)";
    public const string Strong = "var(--text)";
    public const string Grid = "var(--chart-grid)";
    public const string Zero = "var(--chart-zero)";

    /// <summary>The chosen thing: knee, k, threshold, cut-off.</summary>
    public const string Mark = "var(--chart-mark)";

    /// <summary>The series that carries the chart.</summary>
    public const string Main = "var(--chart-main)";

    /// <summary>What stands behind: baselines, references, the average.</summary>
    public const string Muted = "var(--chart-muted)";
    public const string Good = "var(--chart-good)";
    public const string Bad = "var(--chart-bad)";
    public const string Surface = "var(--surface)";

    /// <summary>How much of a point covers what lies beneath; on a dark ground thin colours go under, so more there.</summary>
    public const string PointOpacity = "var(--chart-point-opacity)";

    /// <summary>Light for little, strong for much; perceptually even, one hue.</summary>
    public static JsonArray SequentialScale() => Scale("--scale", 6);

    /// <summary>Below zero, zero, above zero; the middle is the page itself.</summary>
    public static JsonArray DivergingScale() => Scale("--diverge", 7);

    public static JsonObject Axis(ChartAxis axis)
    {
        var result = new JsonObject { ["title"] = axis.Text };
        if (axis.Format is not null) result["tickformat"] = axis.Format;
        if (axis.Log)
        {
            result["type"] = "log";
            // Every power of ten and no more: minor digits on a log axis are noise.
            result["dtick"] = 1;
        }
        else if (axis.FromZero)
        {
            result["rangemode"] = "tozero";
        }
        return result;
    }

    /// <summary>The hover pattern of one coordinate: %{y:,.0f}.</summary>
    public static string Hover(string coordinate, ChartAxis axis) =>
        "%{" + coordinate + (axis.Format is null ? "" : ":" + axis.Format) + "}" + (string.IsNullOrEmpty(axis.Unit) ? "" : " " + axis.Unit);

    public static JsonArray Strings(IEnumerable<string> values)
    {
        var array = new JsonArray();
        foreach (var value in values) array.Add(value);
        return array;
    }

    /// <summary>Figures as JSON; what is not finite becomes a gap.</summary>
    public static JsonArray Values(ReadOnlySpan<double> values)
    {
        var array = new JsonArray();
        foreach (var value in values) array.Add(double.IsFinite(value) ? JsonValue.Create(value) : null);
        return array;
    }

    /// <summary>A vertical line over the whole height, with its name at the top.</summary>
    public static void MarkVertical(JsonObject layout, JsonNode x, string text)
    {
        Append(layout, "shapes", new JsonObject
        {
            ["type"] = "line",
            ["layer"] = "below",
            ["x0"] = x.DeepClone(),
            ["x1"] = x.DeepClone(),
            ["yref"] = "paper",
            ["y0"] = 0,
            ["y1"] = 1,
            ["line"] = new JsonObject { ["color"] = Mark, ["width"] = 1.5, ["dash"] = "dot" },
        });
        Append(layout, "annotations", new JsonObject
        {
            ["x"] = x.DeepClone(),
            ["yref"] = "paper",
            ["y"] = 1,
            ["yanchor"] = "bottom",
            ["text"] = text,
            ["showarrow"] = false,
            ["font"] = new JsonObject { ["color"] = Strong, ["size"] = 12, ["weight"] = 600 },
        });
        var margin = layout["margin"] as JsonObject ?? [];
        margin["t"] = 32;
        layout["margin"] = margin;
    }

    /// <summary>A long name in lines of about so many letters, broken between words: plotly.js does not break lines by itself.</summary>
    public static string Wrapped(string name, int width)
    {
        ArgumentNullException.ThrowIfNull(name);
        var line = 0;
        var text = new System.Text.StringBuilder(name.Length + 8);
        foreach (var word in name.Split(' '))
        {
            if (line > 0 && line + word.Length > width)
            {
                text.Append("<br>");
                line = 0;
            }
            else if (line > 0)
            {
                text.Append(' ');
            }
            text.Append(word);
            line += word.Length + 1;
        }
        return text.ToString();
    }

    public static void Append(JsonObject layout, string list, JsonObject item)
    {
        if (layout[list] is not JsonArray array) layout[list] = array = [];
        array.Add((JsonNode)item);
    }

    private static JsonArray Scale(string token, int steps)
    {
        var scale = new JsonArray();
        for (var i = 0; i < steps; i++)
            scale.Add((JsonNode)new JsonArray(i / (double)(steps - 1), $"var({token}-{i + 1})"));
        return scale;
    }
}
