using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;

namespace CustomerDashboard.Charts;

/// <summary>One dot per customer and feature: how far the feature moves the forecast, coloured by whether its value is low or high.</summary>
public static class BeeswarmFigure
{
    private const double HalfRow = 0.38;
    private const int Bins = 60;

    /// <param name="features">The most important first.</param>
    /// <param name="customers">The ids of the customers, for hover.</param>
    /// <param name="axis">What the parts add up to: "Effect on the chance".</param>
    public static PlotlyFigure Create(IReadOnlyList<BeeswarmFeature> features, IReadOnlyList<string> customers, ChartAxis axis)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(axis);
        var (x, y, levels, texts) = (new List<double>(), new List<double>(), new JsonArray(), new JsonArray());
        var widest = features.SelectMany(feature => feature.Parts).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(1).Max();
        for (var f = 0; f < features.Count; f++)
        {
            var feature = features[f];
            if (feature.Parts.Count != customers.Count || feature.Levels.Count != customers.Count || feature.Values.Count != customers.Count)
                throw new ArgumentException($"'{feature.Name}' has {feature.Parts.Count} parts for {customers.Count} customers.", nameof(features));
            var offsets = Offsets(feature.Parts, widest);
            for (var i = 0; i < customers.Count; i++)
            {
                x.Add(feature.Parts[i]);
                y.Add(f + offsets[i]);
                levels.Add(double.IsFinite(feature.Levels[i]) ? JsonValue.Create(Math.Round(feature.Levels[i], 3)) : JsonValue.Create(0.5));
                texts.Add($"<b>{feature.Name}: {feature.Values[i]}</b><br>Customer {customers[i]}");
            }
        }

        var xAxis = ChartTheme.Axis(axis);
        xAxis["zeroline"] = true;
        return new PlotlyFigure
        {
            Data =
            [
                new JsonObject
                {
                    ["type"] = "scattergl", ["mode"] = "markers", ["x"] = PlotlyArray.Create([.. x.Select(value => (float)value)]), ["y"] = PlotlyArray.Create([.. y.Select(value => (float)value)]), ["text"] = texts,
                    ["marker"] = new JsonObject
                    {
                        ["size"] = 5, ["opacity"] = 0.8, ["color"] = levels, ["cmin"] = 0, ["cmax"] = 1, ["colorscale"] = new JsonArray(new JsonArray(0, ChartTheme.Main), new JsonArray(0.5, ChartTheme.Muted), new JsonArray(1, "var(--segment-5)")),
                        ["colorbar"] = new JsonObject
                        {
                            ["thickness"] = 10, ["len"] = 0.6, ["outlinewidth"] = 0, ["tickvals"] = new JsonArray(0, 1), ["ticktext"] = new JsonArray("low", "high"), ["tickfont"] = new JsonObject { ["size"] = 12 },
                            ["title"] = new JsonObject { ["text"] = "its value", ["side"] = "right", ["font"] = new JsonObject { ["size"] = 12 } },
                        },
                    },
                    ["hovertemplate"] = $"%{{text}}<br>{axis.Title}: {ChartTheme.Hover("x", axis)}<extra></extra>",
                },
            ],
            Layout = new JsonObject
            {
                ["xaxis"] = xAxis,
                ["yaxis"] = new JsonObject
                {
                    ["tickmode"] = "array",
                    ["tickvals"] = ChartTheme.Values([.. Enumerable.Range(0, features.Count).Select(i => (double)i)]),
                    ["ticktext"] = ChartTheme.Strings(features.Select(feature => ChartTheme.Wrapped(feature.Name, 22))),
                    ["range"] = new JsonArray(features.Count - 0.4, -0.6),
                    ["zeroline"] = false,
                    ["ticks"] = "",
                },
                ["showlegend"] = false,
                ["hovermode"] = "closest",
            },
            Height = Math.Max(260, 90 + (40 * features.Count)),
            Summary = $"{Numbers.Counted(customers.Count, "customer")}. " + string.Join(" ", features.Select(feature => $"{feature.Name}: {Direction(feature)}.")),
            Table = new ChartTable([new ChartColumn("Feature", Numeric: false), new ChartColumn("Mean size of its effect"), new ChartColumn("Lowest"), new ChartColumn("Highest"), new ChartColumn("High values", Numeric: false)],
                [.. features.Select(feature => (IReadOnlyList<string>)[feature.Name, Numbers.Exact(feature.Parts.Average(Math.Abs), 4), Numbers.Exact(feature.Parts.Min(), 4), Numbers.Exact(feature.Parts.Max(), 4), Direction(feature)])]),
        };
    }

    private static string Direction(BeeswarmFeature feature)
    {
        var (high, low) = (Mean(feature, level => level >= 0.5), Mean(feature, level => level < 0.5));
        return Math.Abs(high - low) < 1e-9 ? "no clear direction" : high > low ? "high values raise the forecast" : "high values lower the forecast";
    }

    private static double Mean(BeeswarmFeature feature, Func<double, bool> chosen)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < feature.Parts.Count; i++)
        {
            if (double.IsFinite(feature.Levels[i]) && chosen(feature.Levels[i])) (sum, count) = (sum + feature.Parts[i], count + 1);
        }

        return count == 0 ? 0 : sum / count;
    }

    // Dots of one bin spread up and down in turn, so that a crowd looks wide where it is dense.
    private static double[] Offsets(IReadOnlyList<double> parts, double widest)
    {
        var counts = new int[Bins + 1];
        var places = new int[parts.Count];
        for (var i = 0; i < parts.Count; i++)
        {
            var bin = widest == 0 ? 0 : (int)Math.Clamp((parts[i] + widest) / (2 * widest) * Bins, 0, Bins);
            places[i] = (bin << 20) | counts[bin]++;
        }

        var most = Math.Max(1, counts.Max());
        var offsets = new double[parts.Count];
        for (var i = 0; i < parts.Count; i++)
        {
            var turn = places[i] & 0xFFFFF;
            var step = (turn + 1) / 2;
            offsets[i] = (turn % 2 == 0 ? 1 : -1) * step * HalfRow * 2 / Math.Max(most, 16);
        }

        return offsets;
    }
}
