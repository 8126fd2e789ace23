using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Personas;

namespace CustomerDashboard.Charts;

/// <summary>The chart of the Personas page.</summary>
public static class PersonaFigures
{
    /// <summary>Share of customers beside share of revenue for each persona; without revenue only the first.</summary>
    public static PlotlyFigure Shares(IReadOnlyList<Persona> personas)
    {
        ArgumentNullException.ThrowIfNull(personas);
        var names = ChartTheme.Strings(personas.Select(persona => persona.Name));
        var withRevenue = personas.All(persona => persona.RevenueShare is not null);
        var data = new List<JsonObject> { Bars("Share of customers", persona => persona.CustomerShare, persona => $"{Numbers.Count(persona.Size)} customers", faded: withRevenue) };
        if (withRevenue)
        {
            data.Add(Bars("Share of revenue", persona => persona.RevenueShare!.Value, persona => $"revenue {Numbers.Exact(persona.Revenue!.Value, 2)}", faded: false));
        }
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
            Height = Math.Max(200, 72 + (withRevenue ? 56 : 40) * personas.Count),
            Summary = string.Join(" ", personas.Select(persona =>
                $"{persona.Name}: {Numbers.Percent(persona.CustomerShare)} of customers" + (persona.RevenueShare is { } share ? $", {Numbers.Percent(share)} of revenue." : "."))),
            Table = new ChartTable(
                [new ChartColumn("Persona", Numeric: false), new ChartColumn("Customers"), new ChartColumn("Share of customers"), new ChartColumn("Revenue"), new ChartColumn("Share of revenue")],
                [.. personas.Select(persona => (IReadOnlyList<string>)[
                    persona.Name, Numbers.Count(persona.Size), Numbers.Percent(persona.CustomerShare),
                    persona.Revenue is { } revenue ? Numbers.Exact(revenue, 2) : Numbers.None, persona.RevenueShare is { } share ? Numbers.Percent(share) : Numbers.None])]),
        };

        JsonObject Bars(string name, Func<Persona, double> share, Func<Persona, string> note, bool faded) => new()
        {
            ["type"] = "bar",
            ["orientation"] = "h",
            ["name"] = name,
            ["y"] = names.DeepClone(),
            ["x"] = ChartTheme.Values([.. personas.Select(share)]),
            ["text"] = ChartTheme.Strings(personas.Select(persona => Numbers.Percent(share(persona)))),
            ["textposition"] = "outside",
            ["cliponaxis"] = false,
            ["textfont"] = new JsonObject { ["color"] = ChartTheme.Strong, ["size"] = 12 },
            ["marker"] = new JsonObject { ["color"] = ChartTheme.Strings(personas.Select(persona => SegmentPalette.Token(persona.ColourSlot))), ["opacity"] = faded ? 0.4 : 1, ["cornerradius"] = 3 },
            ["customdata"] = ChartTheme.Strings(personas.Select(note)),
            ["hovertemplate"] = $"<b>%{{y}}</b><br>{name}: %{{x:.1%}}<br>%{{customdata}}<extra></extra>",
        };
    }
}
