using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;

namespace CustomerDashboard.Charts;

/// <summary>Share of customers beside share of revenue for each segment; without revenue only the first.</summary>
public static class SharesFigure
{
    /// <param name="segments">From the top.</param>
    /// <param name="heading">What a segment is called over the column of the table: "Segment" or "Persona".</param>
    /// <param name="currency">Written with money; empty for none.</param>
    /// <param name="more">Another column of the table, of the row given; null for none.</param>
    public static PlotlyFigure Create(IReadOnlyList<ShareBar> groups, string heading, string currency, (string Title, Func<int, string> Text)? more = null)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var withRevenue = groups.Count > 0 && groups.All(group => group.RevenueShare is not null);
        var data = new List<JsonObject> { Bars(groups, "Share of customers", group => group.CustomerShare, group => Numbers.Counted(group.Customers, "customer"), pale: withRevenue) };
        if (withRevenue)
        {
            data.Add(Bars(groups, "Share of revenue", group => group.RevenueShare!.Value, group => $"revenue {Numbers.MoneyExact(group.Revenue!.Value, currency)}", pale: false));
        }
        return new PlotlyFigure
        {
            Data = data,
            Layout = new JsonObject
            {
                ["xaxis"] = new JsonObject { ["title"] = withRevenue ? "Share of customers (pale) and of revenue (full)" : "Share of customers", ["tickformat"] = ".0%", ["rangemode"] = "tozero", ["zeroline"] = true, ["tickangle"] = 0, ["nticks"] = 6 },
                ["yaxis"] = new JsonObject { ["type"] = "category", ["autorange"] = "reversed", ["showgrid"] = false, ["ticks"] = "" },
                ["barmode"] = "group",
                ["bargap"] = 0.3,
                ["showlegend"] = false,
                ["margin"] = new JsonObject { ["r"] = 56 },
            },
            Height = Math.Max(220, 80 + ((withRevenue ? 52 : 40) * groups.Count)),
            Summary = string.Join(" ", groups.Select(group =>
                $"{group.Name}: {Numbers.Percent(group.CustomerShare)} of customers" + (group.RevenueShare is { } share ? $", {Numbers.Percent(share)} of revenue." : "."))),
            Table = Tabulate(groups, heading, currency, withRevenue, more),
        };
    }

    private static JsonObject Bars(IReadOnlyList<ShareBar> groups, string name, Func<ShareBar, double> share, Func<ShareBar, string> note, bool pale) => new()
    {
        ["type"] = "bar",
        ["orientation"] = "h",
        ["name"] = name,
        ["y"] = ChartTheme.Strings(groups.Select(group => ChartTheme.Wrapped(group.Name, 22))),
        ["x"] = ChartTheme.Values([.. groups.Select(share)]),
        ["text"] = ChartTheme.Strings(groups.Select(group => Numbers.Percent(share(group)))),
        ["textposition"] = "outside",
        ["cliponaxis"] = false,
        ["textfont"] = new JsonObject { ["color"] = ChartTheme.Strong, ["size"] = 12 },
        ["marker"] = new JsonObject { ["color"] = ChartTheme.Strings(groups.Select(group => SegmentPalette.Token(group.Slot))), ["opacity"] = pale ? 0.4 : 1, ["cornerradius"] = 3 },
        ["customdata"] = ChartTheme.Strings(groups.Select(note)),
        ["hovertemplate"] = $"<b>%{{y}}</b><br>{name}: %{{x:.1%}}<br>%{{customdata}}<extra></extra>",
    };

    private static ChartTable Tabulate(IReadOnlyList<ShareBar> groups, string heading, string currency, bool withRevenue, (string Title, Func<int, string> Text)? more)
    {
        var columns = new List<ChartColumn> { new(heading, Numeric: false), new("Customers"), new("Share of customers") };
        if (more is { } extra) columns.Add(new ChartColumn(extra.Title));
        if (withRevenue) columns.AddRange([new ChartColumn(currency.Length == 0 ? "Revenue" : $"Revenue, {currency}"), new ChartColumn("Share of revenue")]);
        var rows = groups.Select((group, row) =>
        {
            var cells = new List<string> { group.Name, Numbers.Count(group.Customers), Numbers.Tenths(group.CustomerShare) };
            if (more is { } extra) cells.Add(extra.Text(row));
            if (withRevenue) cells.AddRange([Numbers.MoneyExact(group.Revenue!.Value, null), Numbers.Tenths(group.RevenueShare!.Value)]);
            return (IReadOnlyList<string>)cells;
        });
        return new ChartTable(columns, [.. rows]);
    }
}
