using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Charts;

/// <summary>What was foretold against what came true, group by group, with what chance alone would do to groups of that size.</summary>
public static class CalibrationFigure
{
    /// <summary>The 0.975 quantile of the standard normal distribution.</summary>
    private const double Z = 1.959963984540054;

    public static PlotlyFigure Create(IReadOnlyList<CalibrationBin> bins)
    {
        ArgumentNullException.ThrowIfNull(bins);
        (double Low, double High)[] limits = [.. bins.Select(Wilson)];
        var range = new JsonArray(-0.02, 1.02);
        return new PlotlyFigure
        {
            Data =
            [
                new JsonObject
                {
                    ["type"] = "scatter", ["mode"] = "lines", ["x"] = new JsonArray(0, 1), ["y"] = new JsonArray(0, 1), ["hoverinfo"] = "skip",
                    ["line"] = new JsonObject { ["color"] = ChartTheme.Zero, ["dash"] = "dot", ["width"] = 1.5 },
                },
                new JsonObject
                {
                    ["type"] = "scatter", ["mode"] = "lines+markers",
                    ["x"] = ChartTheme.Values([.. bins.Select(bin => bin.MeanPredicted)]), ["y"] = ChartTheme.Values([.. bins.Select(bin => bin.ObservedShare)]),
                    ["customdata"] = ChartTheme.Strings(bins.Select((bin, i) => $"{Numbers.Count(bin.Count)} customers, 95% interval {Numbers.Percent(limits[i].Low)} to {Numbers.Percent(limits[i].High)}")),
                    ["line"] = new JsonObject { ["color"] = ChartTheme.Main, ["width"] = 2 }, ["marker"] = new JsonObject { ["size"] = 8 },
                    ["error_y"] = new JsonObject
                    {
                        ["type"] = "data", ["symmetric"] = false, ["thickness"] = 1.5, ["width"] = 0, ["color"] = ChartTheme.Main,
                        ["array"] = ChartTheme.Values([.. bins.Select((bin, i) => limits[i].High - bin.ObservedShare)]), ["arrayminus"] = ChartTheme.Values([.. bins.Select((bin, i) => bin.ObservedShare - limits[i].Low)]),
                    },
                    ["hovertemplate"] = "Given: %{x:.1%}<br>Came true: %{y:.1%}<br>%{customdata}<extra></extra>",
                },
            ],
            Layout = new JsonObject
            {
                ["xaxis"] = new JsonObject { ["title"] = "Chance given", ["tickformat"] = ".0%", ["range"] = range },
                ["yaxis"] = new JsonObject { ["title"] = "Share that came true", ["tickformat"] = ".0%", ["range"] = range.DeepClone(), ["zeroline"] = false },
                ["showlegend"] = false,
            },
            Summary = bins.Count == 0 ? "No groups." : string.Join(" ", bins.Select(bin => $"Given {Numbers.Percent(bin.MeanPredicted)}, {Numbers.Percent(bin.ObservedShare)} came true.")),
            Table = new ChartTable([new ChartColumn("Chance given"), new ChartColumn("Came true"), new ChartColumn("95% interval"), new ChartColumn("Customers")],
                [.. bins.Select((bin, i) => (IReadOnlyList<string>)[Numbers.Percent(bin.MeanPredicted), Numbers.Percent(bin.ObservedShare), $"{Numbers.Percent(limits[i].Low)} to {Numbers.Percent(limits[i].High)}", Numbers.Count(bin.Count)])]),
        };
    }

    // Wilson's interval of a share keeps between 0 and 1 (E. Wilson, 1927).
    private static (double Low, double High) Wilson(CalibrationBin bin)
    {
        if (bin.Count == 0) return (0, 1);
        var (n, p) = ((double)bin.Count, bin.ObservedShare);
        var middle = (p + (Z * Z / (2 * n))) / (1 + (Z * Z / n));
        var half = Z / (1 + (Z * Z / n)) * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
        return (Math.Max(0, middle - half), Math.Min(1, middle + half));
    }
}
