using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Charts;

/// <summary>What a campaign is expected to earn by how many customers are contacted, the best ranked first.</summary>
public static class ProfitFigure
{
    private const int MaximumPoints = 400;

    /// <param name="curve">Profit at every number of contacts.</param>
    /// <param name="currency">Written with money; empty for none.</param>
    /// <param name="tested">The same on customers whose answers are known, stretched to as many; null for none.</param>
    public static PlotlyFigure Create(ProfitCurve curve, string currency, ProfitCurve? tested = null)
    {
        ArgumentNullException.ThrowIfNull(curve);
        var all = curve.Points[^1].Contacts;
        var data = new List<JsonObject> { Line("Expected of the customers now", curve.Points, 1, ChartTheme.Main, "solid", currency) };
        if (tested is { Points.Count: > 1 })
        {
            data.Add(Line("On tested customers, scaled to as many", tested.Points, (double)all / tested.Points[^1].Contacts, ChartTheme.Zero, "dash", currency));
        }

        var yAxis = ChartTheme.Axis(new ChartAxis("Expected profit", currency, ",.2~s"));
        yAxis["zeroline"] = true;
        var layout = new JsonObject
        {
            ["xaxis"] = ChartTheme.Axis(new ChartAxis("Customers contacted, best first", Format: ",.0f")),
            ["yaxis"] = yAxis,
            ["showlegend"] = data.Count > 1,
            ["hovermode"] = "closest",
        };
        layout["xaxis"]!["range"] = new JsonArray(-0.01 * all, 1.03 * all);
        ChartTheme.MarkVertical(layout, JsonValue.Create((double)curve.Best.Contacts), curve.Best.Contacts == 0 ? "contact nobody" : $"audience of {Numbers.Count(curve.Best.Contacts)}");
        if (data.Count > 1) layout["legend"] = new JsonObject { ["yref"] = "container", ["y"] = 0, ["yanchor"] = "bottom" };
        if (curve.Options.Budget is not null && curve.Affordable.Contacts < all)
        {
            ChartTheme.Append(layout, "shapes", new JsonObject
            {
                ["type"] = "rect",
                ["layer"] = "below",
                ["yref"] = "paper",
                ["x0"] = curve.Affordable.Contacts,
                ["x1"] = 1.03 * all,
                ["y0"] = 0,
                ["y1"] = 1,
                ["fillcolor"] = ChartTheme.Muted,
                ["opacity"] = 0.18,
                ["line"] = new JsonObject { ["width"] = 0 },
            });
            ChartTheme.Append(layout, "annotations", new JsonObject
            {
                ["x"] = 1.0 * all,
                ["y"] = 0,
                ["yref"] = "paper",
                ["yanchor"] = "bottom",
                ["xanchor"] = "right",
                ["text"] = "beyond the budget",
                ["showarrow"] = false,
                ["font"] = new JsonObject { ["size"] = 12, ["color"] = ChartTheme.Text },
            });
        }

        return new PlotlyFigure
        {
            Data = data,
            Layout = layout,
            Height = 400,
            Summary = $"Greatest expected profit {Numbers.Money(curve.Best.Profit, currency)} by contacting {Numbers.Count(curve.Best.Contacts)} of {Numbers.Count(all)} customers; contacting all gives {Numbers.Money(curve.Points[^1].Profit, currency)}.",
            Table = new ChartTable([new ChartColumn("Customers contacted"), new ChartColumn("From this chance on"), new ChartColumn("Yes to expect"), new ChartColumn("Cost"), new ChartColumn("Profit")],
                [.. Tenths(curve.Points).Select(point => (IReadOnlyList<string>)[Numbers.Count(point.Contacts), double.IsFinite(point.Threshold) ? Numbers.Tenths(point.Threshold) : Numbers.None, Numbers.Fixed(point.ExpectedYes, 1), Numbers.MoneyExact(point.Cost, null), Numbers.MoneyExact(point.Profit, null)])]),
        };
    }

    private static JsonObject Line(string name, IReadOnlyList<ProfitPoint> points, double scale, string colour, string dash, string currency)
    {
        var step = Math.Max(1, points.Count / MaximumPoints);
        ProfitPoint[] shown = [.. points.Where((_, i) => i % step == 0 || i == points.Count - 1)];
        return new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["name"] = name,
            ["x"] = ChartTheme.Values([.. shown.Select(point => point.Contacts * scale)]),
            ["y"] = ChartTheme.Values([.. shown.Select(point => point.Profit * scale)]),
            ["customdata"] = ChartTheme.Strings(shown.Select(point => double.IsFinite(point.Threshold) ? Numbers.Percent(point.Threshold) : Numbers.None)),
            ["line"] = new JsonObject { ["color"] = colour, ["width"] = dash == "solid" ? 2.5 : 1.5, ["dash"] = dash },
            ["hovertemplate"] = $"<b>{name}</b><br>Contacted: %{{x:,.0f}}<br>Profit: {currency} %{{y:,.0f}}<br>From a chance of %{{customdata}} on<extra></extra>",
        };
    }

    private static IEnumerable<ProfitPoint> Tenths(IReadOnlyList<ProfitPoint> points) =>
        Enumerable.Range(0, 11).Select(tenth => points[(int)((long)tenth * (points.Count - 1) / 10)]).DistinctBy(point => point.Contacts);
}
