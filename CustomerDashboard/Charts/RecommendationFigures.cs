using System.Globalization;
using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Recommendations;
using CustomerDashboard.Core.Recommendations.Evaluation;
using CustomerDashboard.Core.Recommendations.Models;

namespace CustomerDashboard.Charts;

/// <summary>How good recommenders are, and the dimensions of what customers buy.</summary>
public static class RecommendationFigures
{
    /// <summary>One dot with its interval for each recommender, the best at the top, and a line at what bestsellers alone reach.</summary>
    /// <param name="scores">The recommenders, best first.</param>
    /// <param name="metric">The figure shown.</param>
    /// <param name="metricName">What it is called.</param>
    /// <param name="nameOf">The name of a recommender.</param>
    /// <param name="chosen">The recommender in use.</param>
    public static PlotlyFigure Quality(
        IReadOnlyList<RankingScores> scores, Func<RankingScores, MetricInterval> metric, string metricName, Func<RecommenderKind, string> nameOf, RecommenderKind chosen)
    {
        string[] names = [.. scores.Select(row => nameOf(row.Model))];
        string[] wrapped = [.. names.Select(name => ChartTheme.Wrapped(name, 18))];
        MetricInterval[] values = [.. scores.Select(metric)];
        string[] colours = [.. scores.Select(row => row.Model == chosen ? ChartTheme.Main : ChartTheme.Muted)];
        string[] texts = [.. values.Select(value => Numbers.Tenths(value.Value))];
        var trace = new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["x"] = ChartTheme.Values([.. values.Select(value => value.Value)]),
            ["y"] = ChartTheme.Strings(wrapped),
            ["customdata"] = ChartTheme.Strings([.. values.Select(value => $"{Numbers.Tenths(value.Value)}, 95% interval {Numbers.Tenths(value.Lower)} to {Numbers.Tenths(value.Upper)}")]),
            ["error_x"] = new JsonObject
            {
                ["type"] = "data",
                ["symmetric"] = false,
                ["array"] = ChartTheme.Values([.. values.Select(value => value.Upper - value.Value)]),
                ["arrayminus"] = ChartTheme.Values([.. values.Select(value => value.Value - value.Lower)]),
                ["color"] = ChartTheme.Text,
                ["thickness"] = 1.5,
                ["width"] = 5,
            },
            ["marker"] = new JsonObject { ["size"] = 11, ["color"] = ChartTheme.Strings(colours) },
            ["hovertemplate"] = "<b>%{y}</b><br>%{customdata}<extra></extra>",
        };
        var layout = new JsonObject
        {
            ["xaxis"] = ChartTheme.Axis(new ChartAxis(metricName, Format: ".0%", FromZero: true)),
            ["yaxis"] = new JsonObject { ["type"] = "category", ["autorange"] = "reversed", ["showgrid"] = true, ["ticks"] = "" },
            ["showlegend"] = false,
        };
        foreach (RankingScores row in scores)
        {
            if (row.Model == RecommenderKind.Popularity)
            {
                ChartTheme.MarkVertical(layout, JsonValue.Create(metric(row).Value), $"bestsellers {Numbers.Tenths(metric(row).Value)}");
            }
        }

        return new PlotlyFigure
        {
            Data = [trace],
            Layout = layout,
            Height = 110 + (38 * scores.Count),
            Summary = string.Join(" ", scores.Select((row, i) => $"{names[i]}: {texts[i]}, from {Numbers.Tenths(values[i].Lower)} to {Numbers.Tenths(values[i].Upper)}.")),
            Table = new ChartTable(
                [new ChartColumn("Recommender", Numeric: false), new ChartColumn(metricName), new ChartColumn("Lower limit"), new ChartColumn("Upper limit")],
                [.. scores.Select((row, i) => (IReadOnlyList<string>)[names[i], texts[i], Numbers.Tenths(values[i].Lower), Numbers.Tenths(values[i].Upper)])]),
        };
    }

    /// <summary>How much of what customers buy each dimension holds.</summary>
    public static PlotlyFigure Explained(ProductDimensions dimensions)
    {
        ProductDimension[] shown = [.. dimensions.Dimensions.Take(20)];
        double sum = shown.Sum(dimension => dimension.ExplainedShare);
        return BarFigure.Create(
            [.. shown.Select(dimension => dimension.Number.ToString(CultureInfo.CurrentCulture))],
            [.. shown.Select(dimension => dimension.ExplainedShare)],
            new ChartAxis("Share of the variation", Format: ".0%"),
            labels: [.. shown.Select(_ => "")],
            notes: [.. shown.Select(dimension => string.Join(", ", dimension.High.Take(3).Select(product => product.Name)))],
            horizontal: false) with
        {
            Height = 300,
            Summary = $"The first {shown.Length} dimensions hold {Numbers.Tenths(sum)} of the variation; the first alone {Numbers.Tenths(shown[0].ExplainedShare)}.",
            Table = new ChartTable(
                [new ChartColumn("Dimension"), new ChartColumn("Share of the variation"), new ChartColumn("Products", Numeric: false)],
                [.. shown.Select(dimension => (IReadOnlyList<string>)
                    [Numbers.Count(dimension.Number), Numbers.Tenths(dimension.ExplainedShare), string.Join(", ", dimension.High.Take(3).Select(product => product.Name))])]),
        };
    }

    /// <summary>Customers in the space of two dimensions, in the colours of their segments.</summary>
    /// <param name="dimensions">The dimensions.</param>
    /// <param name="ids">The customers.</param>
    /// <param name="across">The dimension to the right, from 0.</param>
    /// <param name="up">The dimension upwards, from 0.</param>
    /// <param name="slots">The colour of each customer; -1 for one in no segment.</param>
    /// <param name="names">The name of each colour.</param>
    public static PlotlyFigure Map(ProductDimensions dimensions, IReadOnlyList<string> ids, int across, int up, int[] slots, IReadOnlyList<string> names)
    {
        var x = new float[ids.Count];
        var y = new float[ids.Count];
        for (var customer = 0; customer < x.Length; customer++)
        {
            (x[customer], y[customer]) = ((float)dimensions.Places[customer, across], (float)dimensions.Places[customer, up]);
        }

        return ScatterFigure.Create(x, y, slots, names, [.. ids.Select(id => $"Customer {id}")], Axis(dimensions, across), Axis(dimensions, up)) with
        {
            Height = 480,
            Summary = $"{Numbers.Counted(ids.Count, "customer")} by what they buy, along dimensions {across + 1} and {up + 1}.",
        };
    }

    private static ChartAxis Axis(ProductDimensions dimensions, int index)
    {
        ProductDimension dimension = dimensions.Dimensions[index];
        string toward = dimension.High.Count > 0 ? $": towards {Short(dimension.High[0].Name)}" : "";
        return new ChartAxis($"Dimension {dimension.Number}{toward}", Format: ".1f");
    }

    private static string Short(string name) => name.Length <= 34 ? name : string.Concat(name.AsSpan(0, 33), "…");
}
