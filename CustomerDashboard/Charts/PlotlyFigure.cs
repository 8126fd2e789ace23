using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CustomerDashboard.Charts;

/// <summary>
/// A chart as plotly.js takes it, with the words and the table that stand beside it for those who cannot see it.
/// Colours are tokens of <c>app.css</c> ("var(--segment-1)"), so that one figure serves both themes.
/// </summary>
public sealed record PlotlyFigure
{
    public required IReadOnlyList<JsonObject> Data { get; init; }

    public required JsonObject Layout { get; init; }

    /// <summary>Settings of plotly.js that differ from those of every chart; rarely needed.</summary>
    public JsonObject? Config { get; init; }

    /// <summary>Whether points can be chosen with the lasso.</summary>
    public bool Selectable { get; init; }

    /// <summary>Height in CSS pixels.</summary>
    [JsonIgnore]
    public int Height { get; init; } = 360;

    /// <summary>Below this width the chart scrolls inside its card instead of being squeezed; 0 when it can be any width.</summary>
    [JsonIgnore]
    public int MinWidth { get; init; }

    /// <summary>What the chart shows, in one or two sentences with its figures.</summary>
    [JsonIgnore]
    public string Summary { get; init; } = "";

    /// <summary>The same figures as a table.</summary>
    [JsonIgnore]
    public ChartTable? Table { get; init; }

    /// <summary>For each trace, the row of the caller's data behind each of its points; null when points are the rows.</summary>
    [JsonIgnore]
    public IReadOnlyList<int[]>? PointRows { get; init; }
}
