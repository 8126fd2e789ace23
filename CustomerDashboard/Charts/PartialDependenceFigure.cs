using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;

namespace CustomerDashboard.Charts;

/// <summary>How the forecast moves along one feature: the mean over customers, a few single customers behind it, and where customers are.</summary>
public static class PartialDependenceFigure
{
    /// <param name="x">Values of the feature, ascending.</param>
    /// <param name="mean">The mean forecast at each.</param>
    /// <param name="customers">Single customers, each one forecast per value.</param>
    /// <param name="density">How many customers have about each value; drawn as bars along the foot. Empty for none.</param>
    /// <param name="xAxis">The feature.</param>
    /// <param name="yAxis">The forecast.</param>
    /// <param name="own">Where the customer in question stands; null for none.</param>
    public static PlotlyFigure Create(
        IReadOnlyList<double> x, IReadOnlyList<double> mean, IReadOnlyList<IReadOnlyList<double>> customers, IReadOnlyList<double> density,
        ChartAxis xAxis, ChartAxis yAxis, double? own = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(mean);
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(density);
        if (mean.Count != x.Count) throw new ArgumentException($"There are {mean.Count} forecasts for {x.Count} values.", nameof(mean));
        var data = new List<JsonObject>();
        var crowd = density.Count == x.Count && density.Any(value => value > 0);
        // The crowd lies on an axis of its own below the lines.
        var lines = crowd ? "y2" : "y";
        if (crowd)
        {
            data.Add(new JsonObject
            {
                ["type"] = "scatter",
                ["mode"] = "lines",
                ["name"] = "Customers",
                ["x"] = ChartTheme.Values([.. x]),
                ["y"] = ChartTheme.Values([.. density]),
                ["fill"] = "tozeroy",
                ["fillcolor"] = ChartTheme.Grid,
                ["line"] = new JsonObject { ["color"] = ChartTheme.Grid, ["width"] = 1, ["shape"] = "hvh" },
                ["hoverinfo"] = "skip",
            });
        }

        foreach (var line in customers)
        {
            data.Add(new JsonObject
            {
                ["type"] = "scatter",
                ["mode"] = "lines",
                ["yaxis"] = lines,
                ["x"] = ChartTheme.Values([.. x]),
                ["y"] = ChartTheme.Values([.. line]),
                ["hoverinfo"] = "skip",
                ["opacity"] = 0.55,
                ["line"] = new JsonObject { ["color"] = ChartTheme.Muted, ["width"] = 1 },
            });
        }

        data.Add(new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["name"] = "Mean",
            ["yaxis"] = lines,
            ["x"] = ChartTheme.Values([.. x]),
            ["y"] = ChartTheme.Values([.. mean]),
            ["line"] = new JsonObject { ["color"] = ChartTheme.Main, ["width"] = 3 },
            ["hovertemplate"] = $"{xAxis.Title}: {ChartTheme.Hover("x", xAxis)}<br>{yAxis.Title}: {ChartTheme.Hover("y", yAxis)}<extra></extra>",
        });
        var layout = new JsonObject
        {
            ["xaxis"] = ChartTheme.Axis(xAxis),
            ["showlegend"] = false,
            ["hovermode"] = "closest",
        };
        layout["xaxis"]!["showgrid"] = false;
        var forecast = ChartTheme.Axis(yAxis);
        layout["yaxis"] = forecast;
        if (crowd)
        {
            forecast["overlaying"] = "y";
            forecast["side"] = "left";
            forecast["tickmode"] = "auto";
            layout["yaxis2"] = forecast.DeepClone();
            // It stays in the lowest fifth.
            layout["yaxis"] = new JsonObject { ["visible"] = false, ["range"] = new JsonArray(0, 5 * density.Max()) };
        }

        if (own is { } at) ChartTheme.MarkVertical(layout, JsonValue.Create(at), "this customer");
        return new PlotlyFigure
        {
            Data = data,
            Layout = layout,
            Height = 340,
            Summary = mean.Count == 0 ? "No values." : $"{yAxis.Title} goes from {Numbers.Rounded(mean[0])} at {Numbers.Exact(x[0], 2)} to {Numbers.Rounded(mean[^1])} at {Numbers.Exact(x[^1], 2)}; lowest {Numbers.Rounded(mean.Min())}, highest {Numbers.Rounded(mean.Max())}.",
            Table = new ChartTable([new ChartColumn(xAxis.Text), new ChartColumn(yAxis.Text)], [.. x.Select((value, i) => (IReadOnlyList<string>)[Numbers.Exact(value, 2), Numbers.Exact(mean[i], 4)])]),
        };
    }
}
