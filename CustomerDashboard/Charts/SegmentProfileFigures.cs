using System.Globalization;
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
        var segments = solution.Segments;
        var tests = SegmentSignificance.Of(solution);
        // Features run down the page and segments across it: a dozen features fit, and their names stand in one line.
        IReadOnlyList<double>[] values = [.. shown.Select(f => (IReadOnlyList<double>)[.. segments.Select(segment => segment.Features[f].StandardisedDifference)])];
        IReadOnlyList<string>[] texts = [.. shown.Select(f => (IReadOnlyList<string>)[.. segments.Select(segment => FeatureText.Rounded(table.Definitions[f], segment.Features[f].Mean) + (tests[segment.Id][f].BeyondChance ? " *" : ""))])];
        var figure = HeatmapFigure.Create(
            [.. shown.Select(f => table.Definitions[f].Name)], [.. segments.Select(segment => ChartTheme.Wrapped(names[segment.Id], 11))], values,
            HeatmapScale.Diverging, "Standard deviations from average", texts);
        var notes = new JsonArray();
        foreach (var f in shown)
        {
            notes.Add((JsonNode)ChartTheme.Strings(segments.Select(segment =>
                $"mean {FeatureText.Full(table.Definitions[f], segment.Features[f].Mean)}, all customers {FeatureText.Full(table.Definitions[f], solution.Overall[f].Mean)}<br>" +
                $"{(segment.Features[f].OnLogScale ? "difference on the log scale" : "difference")}, {Numbers.Counted(segment.Features[f].Count, "customer")}<br>{Tested(tests[segment.Id][f])}")));
        }
        var trace = figure.Data[0];
        trace["customdata"] = notes;
        trace["hovertemplate"] = "<b>%{x}</b><br>%{y}<br>%{z:+.2f} standard deviations from average<br>%{customdata}<extra></extra>";
        figure.Layout["xaxis"]!["tickangle"] = 0;
        return figure with
        {
            Height = 96 + (34 * shown.Length),
            MinWidth = 150 + (76 * segments.Count),
            Summary = Described(table, solution, names, shown),
            Table = new ChartTable(
                [new ChartColumn("Mean, and standard deviations from all customers", Numeric: false), .. segments.Select(segment => new ChartColumn(names[segment.Id])), new ChartColumn("All customers")],
                [.. shown.Select(f => (IReadOnlyList<string>)
                [
                    table.Definitions[f].Name,
                    .. segments.Select(segment => $"{FeatureText.Cell(table.Definitions[f], segment.Features[f].Mean, whole: false)} ({Deviation(segment.Features[f].StandardisedDifference)}{(tests[segment.Id][f].BeyondChance ? ", beyond chance" : "")})"),
                    FeatureText.Cell(table.Definitions[f], solution.Overall[f].Mean, whole: false),
                ])]),
        };
    }

    private static string Deviation(double difference) => double.IsFinite(difference) ? difference.ToString("+0.00;\u22120.00;0.00", CultureInfo.CurrentCulture) : Numbers.None;

    // The feature in which each segment lies farthest from the average customer, in words for those who cannot see colours.
    private static string Described(CustomerFeatureTable table, SegmentSolution solution, IReadOnlyList<string> names, int[] shown)
    {
        var sentences = solution.Segments.Where(segment => shown.Length > 0).Select(segment =>
        {
            var f = shown.MaxBy(feature => Math.Abs(segment.Features[feature].StandardisedDifference) is var size && double.IsFinite(size) ? size : -1);
            return $"{names[segment.Id]}: {table.Definitions[f].Name} {FeatureText.Rounded(table.Definitions[f], segment.Features[f].Mean)} against {FeatureText.Rounded(table.Definitions[f], solution.Overall[f].Mean)} of all customers ({Deviation(segment.Features[f].StandardisedDifference)} standard deviations).";
        });
        return $"{Numbers.Counted(shown.Length, "feature")} of {Numbers.Counted(solution.Segments.Count, "segment")}. Farthest from the average customer: {string.Join(" ", sentences)}";
    }

    // The sizes of Cohen (1988).
    private static string Tested(MeanDifference test) => !double.IsFinite(test.Z)
        ? "nothing to test"
        : $"{Math.Abs(test.Effect) switch { >= 0.8 => "large", >= 0.5 => "middling", >= 0.2 => "small", _ => "negligible" }} difference, {(test.BeyondChance ? "beyond chance" : "could be chance")} (z = {Numbers.Fixed(test.Z, 1)})";

    /// <summary>Share of customers beside share of revenue; without revenue only the first.</summary>
    public static PlotlyFigure Shares(SegmentSolution solution, IReadOnlyList<string> names, string currency)
    {
        ArgumentNullException.ThrowIfNull(solution);
        var segments = solution.Segments;
        return SharesFigure.Create(
            [.. segments.Select(segment => new ShareBar(names[segment.Id], segment.ColourSlot, segment.Size, segment.CustomerShare, segment.Revenue, segment.RevenueShare))],
            "Segment", currency, ("Silhouette", row => Numbers.Measure(segments[row].Silhouette)));
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
            Data = [.. shown.Select(segment => Box(ChartTheme.Wrapped(names[segment.Id], 12), segment.ColourSlot, segment.Features[index]))],
            Layout = new JsonObject
            {
                ["xaxis"] = new JsonObject { ["type"] = "category", ["showgrid"] = false, ["tickangle"] = 0 },
                ["yaxis"] = ChartTheme.Axis(FeatureText.Axis(feature, currency, log)),
                ["showlegend"] = false,
                ["boxgap"] = 0.4,
            },
            Height = 320,
            MinWidth = 64 * shown.Count,
            Summary = $"{feature.Name}, median and middle half: " + string.Join(", ", shown.Select(segment =>
                $"{names[segment.Id]} {Text(segment.Features[index].Median)} ({Text(segment.Features[index].LowerQuartile)} to {Text(segment.Features[index].UpperQuartile)})")) + ".",
            Table = new ChartTable(
                [new ChartColumn("Segment", Numeric: false), new ChartColumn("Customers"), new ChartColumn("Smallest"), new ChartColumn("25%"), new ChartColumn("Median"), new ChartColumn("Mean"), new ChartColumn("75%"), new ChartColumn("Largest")],
                [.. solution.Segments.Select(segment => segment.Features[index] is var profile
                    ? (IReadOnlyList<string>)[names[segment.Id], Numbers.Count(profile.Count), Text(profile.Minimum), Text(profile.LowerQuartile), Text(profile.Median), Text(profile.Mean), Text(profile.UpperQuartile), Text(profile.Maximum)]
                    : [])]),
        };

        string Text(double value) => FeatureText.Cell(feature, value, whole: false);
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
}
