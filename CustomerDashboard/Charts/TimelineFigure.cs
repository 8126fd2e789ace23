using System.Globalization;
using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;

namespace CustomerDashboard.Charts;

/// <summary>Stretches of time under each other, with the dates that part them: observation window, cut-off, outcome window.</summary>
public static class TimelineFigure
{
    public static PlotlyFigure Create(IReadOnlyList<TimelineSpan> spans, IReadOnlyList<KeyValuePair<DateTime, string>>? marks = null)
    {
        if (spans.Count == 0) throw new ArgumentException("A time line needs at least one stretch of time.", nameof(spans));
        var data = new List<JsonObject>(spans.Count);
        foreach (var span in spans)
        {
            if (span.End < span.Start) throw new ArgumentException($"'{span.Name}' ends before it starts.", nameof(spans));
            data.Add(new JsonObject
            {
                ["type"] = "bar",
                ["orientation"] = "h",
                ["name"] = span.Name,
                ["y"] = ChartTheme.Strings([span.Name]),
                ["base"] = ChartTheme.Strings([Iso(span.Start)]),
                ["x"] = ChartTheme.Values([(span.End - span.Start).TotalMilliseconds]),
                ["text"] = ChartTheme.Strings([span.Text]),
                ["textposition"] = "auto",
                ["insidetextanchor"] = "middle",
                ["textfont"] = new JsonObject { ["size"] = 12 },
                ["constraintext"] = "none",
                ["textangle"] = 0,
                ["cliponaxis"] = false,
                ["outsidetextfont"] = new JsonObject { ["size"] = 12, ["color"] = ChartTheme.Strong },
                ["marker"] = new JsonObject { ["color"] = span.Colour, ["cornerradius"] = 4 },
                ["hovertemplate"] = $"<b>{span.Name}</b><br>{Numbers.Date(span.Start)} to {Numbers.Date(span.End)}<br>{Numbers.Days((span.End - span.Start).TotalDays)}<extra></extra>",
            });
        }
        var (first, last) = (spans.Min(span => span.Start), spans.Max(span => span.End));
        var layout = new JsonObject
        {
            ["barmode"] = "overlay",
            ["bargap"] = 0.3,
            ["showlegend"] = false,
            ["xaxis"] = new JsonObject
            {
                ["type"] = "date",
                // Words that do not fit on the last bar stand behind it.
                ["range"] = new JsonArray(Iso(first - 0.02 * (last - first)), Iso(last + 0.14 * (last - first))),
            },
            ["yaxis"] = new JsonObject { ["type"] = "category", ["autorange"] = "reversed", ["showgrid"] = false },
        };
        foreach (var (date, text) in marks ?? []) ChartTheme.MarkVertical(layout, JsonValue.Create(Iso(date)), text);
        return new PlotlyFigure
        {
            Data = data,
            Layout = layout,
            Height = 96 + 44 * spans.Select(span => span.Name).Distinct().Count(),
            Summary = string.Join(" ", spans.Select(span => $"{span.Name}: {Numbers.Date(span.Start)} to {Numbers.Date(span.End)}, {Numbers.Days((span.End - span.Start).TotalDays)}."))
                + string.Concat((marks ?? []).Select(mark => $" {mark.Value}: {Numbers.Date(mark.Key)}.")),
            Table = new ChartTable([new ChartColumn("Window", Numeric: false), new ChartColumn("From", Numeric: false), new ChartColumn("To", Numeric: false), new ChartColumn("Length")],
                [.. spans.Select(span => (IReadOnlyList<string>)[span.Name, Numbers.Date(span.Start), Numbers.Date(span.End), Numbers.Days((span.End - span.Start).TotalDays)])]),
        };
    }

    private static string Iso(DateTime date) => date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
