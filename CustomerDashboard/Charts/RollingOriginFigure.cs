using System.Globalization;
using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;

namespace CustomerDashboard.Charts;

/// <summary>The same test at one cut-off after another: whether a model holds over time, and by how much it leads its baseline each time.</summary>
public static class RollingOriginFigure
{
    public static PlotlyFigure Create(IReadOnlyList<DateTime> cutoffs, IReadOnlyList<RollingSeries> series, ChartAxis axis)
    {
        ArgumentNullException.ThrowIfNull(cutoffs);
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(axis);
        var dates = ChartTheme.Strings(cutoffs.Select(date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        var data = new List<JsonObject>(series.Count);
        foreach (var line in series)
        {
            if (line.Values.Count != cutoffs.Count) throw new ArgumentException($"'{line.Name}' has {line.Values.Count} values for {cutoffs.Count} cut-offs.", nameof(series));
            var colour = line.IsBaseline ? ChartTheme.Zero : ChartTheme.Main;
            var trace = new JsonObject
            {
                ["type"] = "scatter",
                ["mode"] = "lines+markers",
                ["name"] = line.Name,
                ["x"] = dates.DeepClone(),
                ["y"] = ChartTheme.Values([.. line.Values]),
                ["line"] = new JsonObject { ["color"] = colour, ["width"] = line.IsBaseline ? 1.5 : 2.5, ["dash"] = line.IsBaseline ? "dash" : "solid" },
                ["marker"] = new JsonObject { ["size"] = line.IsBaseline ? 6 : 9, ["color"] = colour },
                ["hovertemplate"] = $"<b>{line.Name}</b><br>Cut-off %{{x|%-d %b %Y}}<br>{axis.Title}: {ChartTheme.Hover("y", axis)}<extra></extra>",
            };
            if (line is { Lower: { } lower, Upper: { } upper })
            {
                trace["error_y"] = new JsonObject
                {
                    ["type"] = "data",
                    ["symmetric"] = false,
                    ["thickness"] = 1.5,
                    ["width"] = 0,
                    ["color"] = colour,
                    ["array"] = ChartTheme.Values([.. line.Values.Select((value, i) => upper[i] - value)]),
                    ["arrayminus"] = ChartTheme.Values([.. line.Values.Select((value, i) => value - lower[i])]),
                };
            }

            data.Add(trace);
        }

        return new PlotlyFigure
        {
            Data = data,
            Layout = new JsonObject
            {
                ["xaxis"] = new JsonObject { ["title"] = "Cut-off", ["type"] = "date", ["showgrid"] = false, ["tickvals"] = dates.DeepClone(), ["tickformat"] = "%-d %b<br>%Y" },
                ["yaxis"] = ChartTheme.Axis(axis),
                ["showlegend"] = true,
                ["legend"] = new JsonObject { ["yref"] = "container", ["y"] = 0, ["yanchor"] = "bottom" },
            },
            Height = 340,
            Summary = string.Join(" ", series.Select(line => $"{line.Name}: " + string.Join(", ", cutoffs.Select((date, i) => $"{Numbers.Date(date)} {Text(line.Values[i])}")) + ".")),
            Table = new ChartTable([new ChartColumn("Cut-off", Numeric: false), .. series.Select(line => new ChartColumn(line.Name))], [.. cutoffs.Select((date, i) => (IReadOnlyList<string>)[Numbers.Date(date), .. series.Select(line => Text(line.Values[i]))])]),
        };

        string Text(double value) => axis.Format is ",.0f" ? Numbers.Fixed(value, 1) : Numbers.Measure(value);
    }
}
