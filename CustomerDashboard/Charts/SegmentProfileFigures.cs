using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Charts;

/// <summary>What sets the segments of one division apart: their profile, their size and revenue, the spread of a feature in each.</summary>
public static class SegmentProfileFigures
{
    /// <summary>Each segment against the average customer: the colour is the standardised difference, the text the real mean.</summary>
    /// <param name="table">The features; those the file cannot give are left out.</param>
    /// <param name="solution">The segments.</param>
    /// <param name="names">The name of each segment, by its id.</param>
    public static PlotlyFigure Profile(CustomerFeatureTable table, SegmentSolution solution, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(solution);
        int[] shown = [.. Enumerable.Range(0, table.Definitions.Count).Where(f => !table.Unavailable.ContainsKey(table.Definitions[f].Id))];
        IReadOnlyList<double>[] values = [.. solution.Segments.Select(segment => (IReadOnlyList<double>)[.. shown.Select(f => segment.Features[f].StandardisedDifference)])];
        IReadOnlyList<string>[] texts = [.. solution.Segments.Select(segment => (IReadOnlyList<string>)[.. shown.Select(f => FeatureText.Rounded(table.Definitions[f], segment.Features[f].Mean))])];
        var figure = HeatmapFigure.Create(
            [.. solution.Segments.Select(segment => names[segment.Id])], [.. shown.Select(f => Wrapped(table.Definitions[f].Name))], values,
            HeatmapScale.Diverging, "Standard deviations from average", texts, yTitle: "Group");
        var notes = new JsonArray();
        foreach (var segment in solution.Segments)
        {
            notes.Add((JsonNode)ChartTheme.Strings(shown.Select(f =>
                $"mean {FeatureText.Full(table.Definitions[f], segment.Features[f].Mean)}, all customers {FeatureText.Full(table.Definitions[f], solution.Overall[f].Mean)}<br>" +
                $"{(segment.Features[f].OnLogScale ? "difference on the log scale" : "difference")}, {Numbers.Count(segment.Features[f].Count)} customers")));
        }
        var trace = figure.Data[0];
        trace["customdata"] = notes;
        trace["hovertemplate"] = "<b>%{y}</b><br>%{x}<br>%{z:+.2f} standard deviations from average<br>%{customdata}<extra></extra>";
        trace["yaxis"] = "y";
        figure.Layout["yaxis"]!.AsObject().Remove("title");
        return figure with
        {
            MinWidth = 200 + (72 * shown.Length),
            Table = new ChartTable(
                [new ChartColumn("Group", Numeric: false), .. shown.Select(f => new ChartColumn("Mean: " + table.Definitions[f].Name))],
                [
                    .. solution.Segments.Select(segment => (IReadOnlyList<string>)[names[segment.Id], .. shown.Select(f => FeatureText.Full(table.Definitions[f], segment.Features[f].Mean))]),
                    ["All customers", .. shown.Select(f => FeatureText.Full(table.Definitions[f], solution.Overall[f].Mean))],
                ]),
        };
    }

    /// <summary>Share of customers beside share of revenue; without revenue only the first.</summary>
    public static PlotlyFigure Shares(SegmentSolution solution, IReadOnlyList<string> names, string currency)
    {
        ArgumentNullException.ThrowIfNull(solution);
        var segments = solution.Segments;
        var withRevenue = segments.All(segment => segment.RevenueShare is not null);
        var data = new List<JsonObject> { Bars("Share of customers", segment => segment.CustomerShare, segment => $"{Numbers.Count(segment.Size)} customers", pale: withRevenue) };
        if (withRevenue) data.Add(Bars("Share of revenue", segment => segment.RevenueShare!.Value, segment => $"revenue {Numbers.MoneyExact(segment.Revenue!.Value, currency)}", pale: false));
        return new PlotlyFigure
        {
            Data = data,
            Layout = new JsonObject
            {
                ["xaxis"] = new JsonObject { ["title"] = withRevenue ? "Share of customers (pale) and of revenue (full)" : "Share of customers", ["tickformat"] = ".0%", ["rangemode"] = "tozero", ["zeroline"] = true },
                ["yaxis"] = new JsonObject { ["type"] = "category", ["autorange"] = "reversed", ["showgrid"] = false, ["ticks"] = "" },
                ["barmode"] = "group",
                ["bargap"] = 0.3,
                ["showlegend"] = false,
                ["margin"] = new JsonObject { ["r"] = 56 },
            },
            Height = Math.Max(220, 80 + ((withRevenue ? 52 : 40) * segments.Count)),
            Summary = string.Join(" ", segments.Select(segment =>
                $"{names[segment.Id]}: {Numbers.Percent(segment.CustomerShare)} of customers" + (segment.RevenueShare is { } share ? $", {Numbers.Percent(share)} of revenue." : "."))),
            Table = new ChartTable(
                [
                    new ChartColumn("Group", Numeric: false), new ChartColumn("Customers"), new ChartColumn("Share of customers"), new ChartColumn("Silhouette"),
                    .. withRevenue ? [new ChartColumn("Revenue"), new ChartColumn("Share of revenue")] : Array.Empty<ChartColumn>(),
                ],
                [.. segments.Select(segment => (IReadOnlyList<string>)
                [
                    names[segment.Id], Numbers.Count(segment.Size), Numbers.Percent(segment.CustomerShare), Numbers.Measure(segment.Silhouette),
                    .. withRevenue ? [Numbers.MoneyExact(segment.Revenue!.Value, currency), Numbers.Percent(segment.RevenueShare!.Value)] : Array.Empty<string>(),
                ])]),
        };

        JsonObject Bars(string name, Func<SegmentSummary, double> share, Func<SegmentSummary, string> note, bool pale) => new()
        {
            ["type"] = "bar",
            ["orientation"] = "h",
            ["name"] = name,
            ["y"] = ChartTheme.Strings(segments.Select(segment => names[segment.Id])),
            ["x"] = ChartTheme.Values([.. segments.Select(share)]),
            ["text"] = ChartTheme.Strings(segments.Select(segment => Numbers.Percent(share(segment)))),
            ["textposition"] = "outside",
            ["cliponaxis"] = false,
            ["textfont"] = new JsonObject { ["color"] = ChartTheme.Strong, ["size"] = 12 },
            ["marker"] = new JsonObject { ["color"] = ChartTheme.Strings(segments.Select(segment => SegmentPalette.Token(segment.ColourSlot))), ["opacity"] = pale ? 0.4 : 1, ["cornerradius"] = 3 },
            ["customdata"] = ChartTheme.Strings(segments.Select(note)),
            ["hovertemplate"] = $"<b>%{{y}}</b><br>{name}: %{{x:.1%}}<br>%{{customdata}}<extra></extra>",
        };
    }

    /// <summary>The spread of one feature in each segment: median, middle half, and whiskers to 1.5 times its length (Tukey).</summary>
    public static PlotlyFigure Spread(FeatureDefinition feature, int index, SegmentSolution solution, IReadOnlyList<string> names, string currency)
    {
        ArgumentNullException.ThrowIfNull(feature);
        ArgumentNullException.ThrowIfNull(solution);
        var shown = solution.Segments.Where(segment => segment.Features[index].Count > 0).ToList();
        // Money and counts spread over powers of ten; zero has no place on that scale.
        var log = shown.Count > 0 && shown.All(segment => segment.Features[index] is { OnLogScale: true, LowerWhisker: > 0 });
        return new PlotlyFigure
        {
            Data = [.. shown.Select(segment => Box(names[segment.Id], segment.ColourSlot, segment.Features[index]))],
            Layout = new JsonObject
            {
                ["xaxis"] = new JsonObject { ["type"] = "category", ["showgrid"] = false },
                ["yaxis"] = ChartTheme.Axis(FeatureText.Axis(feature, currency, log)),
                ["showlegend"] = false,
                ["boxgap"] = 0.4,
            },
            Height = 320,
            MinWidth = 64 * shown.Count,
            Summary = $"{feature.Name}, median and middle half: " + string.Join(", ", shown.Select(segment =>
                $"{names[segment.Id]} {Text(segment.Features[index].Median)} ({Text(segment.Features[index].LowerQuartile)} to {Text(segment.Features[index].UpperQuartile)})")) + ".",
            Table = new ChartTable(
                [new ChartColumn("Group", Numeric: false), new ChartColumn("Customers"), new ChartColumn("Smallest"), new ChartColumn("25 %"), new ChartColumn("Median"), new ChartColumn("Mean"), new ChartColumn("75 %"), new ChartColumn("Largest")],
                [.. solution.Segments.Select(segment => segment.Features[index] is var profile
                    ? (IReadOnlyList<string>)[names[segment.Id], Numbers.Count(profile.Count), Text(profile.Minimum), Text(profile.LowerQuartile), Text(profile.Median), Text(profile.Mean), Text(profile.UpperQuartile), Text(profile.Maximum)]
                    : [])]),
        };

        string Text(double value) => FeatureText.Full(feature, value);
    }

    private static JsonObject Box(string name, int slot, FeatureProfile profile) => new()
    {
        ["type"] = "box",
        ["name"] = name,
        ["x"] = ChartTheme.Strings([name]),
        ["q1"] = ChartTheme.Values([profile.LowerQuartile]),
        ["median"] = ChartTheme.Values([profile.Median]),
        ["q3"] = ChartTheme.Values([profile.UpperQuartile]),
        ["mean"] = ChartTheme.Values([profile.Mean]),
        ["lowerfence"] = ChartTheme.Values([profile.LowerWhisker]),
        ["upperfence"] = ChartTheme.Values([profile.UpperWhisker]),
        ["marker"] = new JsonObject { ["color"] = SegmentPalette.Token(slot) },
        ["line"] = new JsonObject { ["color"] = SegmentPalette.Token(slot), ["width"] = 1.5 },
        ["whiskerwidth"] = 0.4,
        ["hoverinfo"] = "y",
    };

    // Over the columns of a wide table names stand in lines of a word or two.
    private static string Wrapped(string name)
    {
        var line = 0;
        var text = "";
        foreach (var word in name.Split(' '))
        {
            if (line > 0 && line + word.Length > 10)
            {
                text += "<br>";
                line = 0;
            }
            else if (line > 0)
            {
                text += " ";
            }
            text += word;
            line += word.Length + 1;
        }
        return text;
    }
}
