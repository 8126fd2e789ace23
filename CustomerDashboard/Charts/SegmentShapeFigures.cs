using System.Globalization;
using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Charts;

/// <summary>The shape of segments over several features at once: lines, radars, single customers side by side, and the spread of one feature as curves.</summary>
public static class SegmentShapeFigures
{
    /// <summary>The most customers drawn as lines of their own.</summary>
    public const int LineSample = 600;

    /// <summary>Features that tell the segments apart: those used first, then by how far segments lie apart in them.</summary>
    /// <param name="table">The features.</param>
    /// <param name="solution">The segments.</param>
    /// <param name="used">The ids of the features the segments were made from.</param>
    /// <param name="count">How many at most.</param>
    public static int[] Telling(CustomerFeatureTable table, SegmentSolution solution, IReadOnlyList<string> used, int count)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(solution);
        return
        [
            .. Enumerable.Range(0, table.Definitions.Count)
                .Where(feature => !table.Unavailable.ContainsKey(table.Definitions[feature].Id))
                .OrderByDescending(feature => used.Contains(table.Definitions[feature].Id))
                .ThenByDescending(feature => solution.Segments.Max(segment => segment.Features[feature].StandardisedDifference) - solution.Segments.Min(segment => segment.Features[feature].StandardisedDifference))
                .Take(count).Order(),
        ];
    }

    /// <summary>The mean of each segment over several features, as one line per segment.</summary>
    public static PlotlyFigure Lines(CustomerFeatureTable table, SegmentSolution solution, IReadOnlyList<string> names, IReadOnlyList<int> features)
    {
        ArgumentNullException.ThrowIfNull(solution);
        string[] axis = [.. features.Select(feature => ChartTheme.Wrapped(table.Definitions[feature].Name, 12))];
        return Deviations(table, solution, names, features) with
        {
            Data = [.. solution.Segments.Select(segment => new JsonObject
            {
                ["type"] = "scatter",
                ["mode"] = "lines+markers",
                ["name"] = names[segment.Id],
                ["x"] = ChartTheme.Strings(axis),
                ["y"] = Differences(segment, features),
                ["customdata"] = Means(table, segment, features),
                ["line"] = new JsonObject { ["color"] = SegmentPalette.Token(segment.ColourSlot), ["width"] = 2 },
                ["marker"] = new JsonObject { ["size"] = 7 },
                ["hovertemplate"] = $"<b>{names[segment.Id]}</b><br>%{{x}}<br>%{{y:+.2f}} standard deviations from average<br>mean %{{customdata}}<extra></extra>",
            })],
            Layout = new JsonObject
            {
                ["xaxis"] = new JsonObject { ["type"] = "category", ["tickangle"] = 0, ["showgrid"] = true },
                ["yaxis"] = ChartTheme.Axis(new ChartAxis("Standard deviations from average", Format: "+.1f")),
                ["showlegend"] = true,
            },
            Height = 400,
            MinWidth = 76 * features.Count,
        };
    }

    /// <summary>One radar per segment; the dashed ring is the average customer.</summary>
    public static PlotlyFigure Radars(CustomerFeatureTable table, SegmentSolution solution, IReadOnlyList<string> names, IReadOnlyList<int> features)
    {
        ArgumentNullException.ThrowIfNull(solution);
        var reach = Math.Max(1, Math.Ceiling(2 * solution.Segments.SelectMany(segment => features.Select(feature => Math.Abs(segment.Features[feature].StandardisedDifference))).DefaultIfEmpty(1).Max()) / 2);
        string[] axis = [.. features.Select(feature => ChartTheme.Wrapped(table.Definitions[feature].Name, 11))];
        string[] closed = [.. axis, axis[0]];
        // Four stand better two by two, each with room, than three and one.
        var columns = solution.Segments.Count is 2 or 4 ? 2 : Math.Min(3, solution.Segments.Count);
        var rows = (solution.Segments.Count + columns - 1) / columns;
        var data = new List<JsonObject>();
        var layout = new JsonObject { ["showlegend"] = false, ["margin"] = new JsonObject { ["t"] = 16, ["l"] = 24, ["r"] = 24, ["b"] = 16 } };
        for (var i = 0; i < solution.Segments.Count; i++)
        {
            var segment = solution.Segments[i];
            var polar = i == 0 ? "polar" : "polar" + (i + 1).ToString(CultureInfo.InvariantCulture);
            var differences = features.Select(feature => segment.Features[feature].StandardisedDifference).ToArray();
            data.Add(Ring(polar, closed));
            data.Add(new JsonObject
            {
                ["type"] = "scatterpolar",
                ["subplot"] = polar,
                ["name"] = names[segment.Id],
                ["mode"] = "lines+markers",
                ["fill"] = "toself",
                ["r"] = ChartTheme.Values([.. differences, differences[0]]),
                ["theta"] = ChartTheme.Strings(closed),
                ["line"] = new JsonObject { ["color"] = SegmentPalette.Token(segment.ColourSlot), ["width"] = 2 },
                ["marker"] = new JsonObject { ["size"] = 5, ["color"] = SegmentPalette.Token(segment.ColourSlot) },
                ["opacity"] = 0.85,
                ["hovertemplate"] = $"<b>{names[segment.Id]}</b><br>%{{theta}}<br>%{{r:+.2f}} standard deviations from average<extra></extra>",
            });
            var (left, top) = (i % columns / (double)columns, 1 - (i / columns / (double)rows));
            layout[polar] = Polar(left, top, columns, rows, reach);
            ChartTheme.Append(layout, "annotations", new JsonObject
            {
                ["xref"] = "paper",
                ["yref"] = "paper",
                ["x"] = left + (0.5 / columns),
                ["y"] = top,
                ["xanchor"] = "center",
                ["yanchor"] = "top",
                ["showarrow"] = false,
                ["text"] = names[segment.Id],
                ["font"] = new JsonObject { ["color"] = ChartTheme.Strong, ["size"] = 14, ["weight"] = 600 },
            });
        }
        return Deviations(table, solution, names, features) with { Data = data, Layout = layout, Height = 40 + ((columns == 2 ? 340 : 300) * rows), MinWidth = 256 * columns };
    }

    /// <summary>Single customers as lines across the features, coloured by segment: a part of the customers, drawn from each segment in proportion.</summary>
    public static PlotlyFigure Customers(CustomerFeatureTable table, SegmentSolution solution, IReadOnlyList<string> names, IReadOnlyList<int> features, IReadOnlyList<int> rows)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(solution);
        var scale = new JsonArray();
        var count = solution.Segments.Count;
        for (var i = 0; i < count; i++) scale.Add((JsonNode)new JsonArray(count == 1 ? 0 : i / (double)(count - 1), SegmentPalette.Token(solution.Segments[i].ColourSlot)));
        if (count == 1) scale.Add((JsonNode)new JsonArray(1, SegmentPalette.Token(solution.Segments[0].ColourSlot)));
        var font = new JsonObject { ["size"] = 12, ["color"] = ChartTheme.Text };
        return Deviations(table, solution, names, features) with
        {
            Data =
            [
                new JsonObject
                {
                    ["type"] = "parcoords",
                    ["line"] = new JsonObject { ["color"] = ChartTheme.Values([.. rows.Select(row => (double)solution.Labels[row])]), ["colorscale"] = scale, ["cmin"] = 0, ["cmax"] = Math.Max(1, count - 1), ["showscale"] = false },
                    ["dimensions"] = new JsonArray([.. features.Select(feature => (JsonNode)Dimension(table, solution, feature, rows))]),
                    ["labelfont"] = font, ["tickfont"] = new JsonObject { ["size"] = 12, ["color"] = ChartTheme.Strong }, ["rangefont"] = new JsonObject { ["size"] = 12, ["color"] = "rgba(0,0,0,0)" },
                    ["unselected"] = new JsonObject { ["line"] = new JsonObject { ["opacity"] = 0.04 } },
                },
            ],
            Layout = new JsonObject { ["margin"] = new JsonObject { ["t"] = 80, ["l"] = 56, ["r"] = 40, ["b"] = 24 } },
            Height = 420,
            MinWidth = 100 * features.Count,
        };
    }

    /// <summary>The spread of one feature in each segment as smooth curves of equal area.</summary>
    public static PlotlyFigure Density(FeatureDefinition feature, FeatureDensityCurves curves, SegmentSolution solution, IReadOnlyList<string> names, string currency)
    {
        ArgumentNullException.ThrowIfNull(curves);
        ArgumentNullException.ThrowIfNull(solution);
        SegmentSummary[] shown = [.. solution.Segments.Where(segment => curves.Densities[segment.Id].Length > 0)];
        var figure = LineFigure.Create(
            curves.Grid, [.. shown.Select(segment => new LineSeries(names[segment.Id], curves.Densities[segment.Id], SegmentPalette.Token(segment.ColourSlot)))],
            FeatureText.Axis(feature, currency, curves.LogScale) with { FromZero = false }, new ChartAxis("How common in the segment (density)", Format: ".2~f", FromZero: true), points: false);
        figure.Layout["yaxis"]!["showticklabels"] = false;
        return figure with
        {
            Height = 320,
            Summary = $"{feature.Name}, where each segment is densest: " + string.Join(", ", shown.Select(segment =>
                $"{names[segment.Id]} {FeatureText.Full(feature, curves.Grid[Array.IndexOf(curves.Densities[segment.Id], curves.Densities[segment.Id].Max())])}")) + ".",
        };
    }

    private static JsonObject Dimension(CustomerFeatureTable table, SegmentSolution solution, int feature, IReadOnlyList<int> rows)
    {
        var definition = table.Definitions[feature];
        var profile = solution.Overall[feature];
        var log = profile is { OnLogScale: true, Minimum: > 0 };
        var values = rows.Select(row => table.Columns[feature][row]).Select(value => double.IsFinite(value) ? value : profile.Median).Select(value => log ? Math.Log10(value) : value).ToArray();
        var dimension = new JsonObject { ["label"] = ChartTheme.Wrapped(definition.Name + (log ? " (log)" : ""), 15), ["values"] = ChartTheme.Values(values) };
        if (log)
        {
            int[] powers = [.. Enumerable.Range((int)Math.Ceiling(values.Min()), Math.Max(1, (int)Math.Floor(values.Max()) - (int)Math.Ceiling(values.Min()) + 1))];
            dimension["tickvals"] = ChartTheme.Values([.. powers.Select(power => (double)power)]);
            dimension["ticktext"] = ChartTheme.Strings(powers.Select(power => Numbers.Rounded(Math.Pow(10, power))));
        }
        else
        {
            dimension["tickformat"] = definition.Unit == "share" ? ".0%" : ",.3~s";
        }
        return dimension;
    }

    private static JsonObject Ring(string polar, string[] axis) => new()
    {
        ["type"] = "scatterpolar",
        ["subplot"] = polar,
        ["mode"] = "lines",
        ["hoverinfo"] = "skip",
        ["r"] = ChartTheme.Values([.. axis.Select(_ => 0.0)]),
        ["theta"] = ChartTheme.Strings(axis),
        ["line"] = new JsonObject { ["color"] = ChartTheme.Muted, ["width"] = 1, ["dash"] = "dash" },
    };

    private static JsonObject Polar(double left, double top, int columns, int rows, double reach) => new()
    {
        // Room above for the name and all around for the features.
        ["domain"] = new JsonObject { ["x"] = new JsonArray(left + (0.24 / columns), left + (0.76 / columns)), ["y"] = new JsonArray(Math.Max(0, top - (0.82 / rows)), top - (0.28 / rows)) },
        ["bgcolor"] = "rgba(0,0,0,0)",
        ["radialaxis"] = new JsonObject { ["range"] = new JsonArray(-reach, reach), ["showticklabels"] = false, ["ticks"] = "", ["gridcolor"] = ChartTheme.Grid, ["linecolor"] = ChartTheme.Grid, ["nticks"] = 4 },
        ["angularaxis"] = new JsonObject { ["gridcolor"] = ChartTheme.Grid, ["linecolor"] = ChartTheme.Grid, ["tickfont"] = new JsonObject { ["size"] = 12, ["color"] = ChartTheme.Text }, ["direction"] = "clockwise", ["rotation"] = 90 },
    };

    private static PlotlyFigure Deviations(CustomerFeatureTable table, SegmentSolution solution, IReadOnlyList<string> names, IReadOnlyList<int> features) => new()
    {
        Data = [],
        Layout = [],
        Summary = "Standard deviations from the average customer. " + string.Join(" ", solution.Segments.Select(segment =>
        {
            var farthest = features.MaxBy(feature => Math.Abs(segment.Features[feature].StandardisedDifference));
            return $"{names[segment.Id]}: farthest in {table.Definitions[farthest].Name}, {segment.Features[farthest].StandardisedDifference.ToString("+0.0;\u22120.0;0.0", CultureInfo.CurrentCulture)}.";
        })),
        Table = new ChartTable(
            [new ChartColumn("Feature", Numeric: false), .. solution.Segments.Select(segment => new ChartColumn(names[segment.Id]))],
            [.. features.Select(feature => (IReadOnlyList<string>)[table.Definitions[feature].Name, .. solution.Segments.Select(segment => segment.Features[feature].StandardisedDifference.ToString("+0.00;\u22120.00;0.00", CultureInfo.CurrentCulture))])]),
    };

    private static JsonArray Differences(SegmentSummary segment, IReadOnlyList<int> features) => ChartTheme.Values([.. features.Select(feature => segment.Features[feature].StandardisedDifference)]);

    private static JsonArray Means(CustomerFeatureTable table, SegmentSummary segment, IReadOnlyList<int> features) => ChartTheme.Strings(features.Select(feature => FeatureText.Full(table.Definitions[feature], segment.Features[feature].Mean)));
}
