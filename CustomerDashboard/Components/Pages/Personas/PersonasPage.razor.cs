using CustomerDashboard.Charts;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Personas;
using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Components.Pages.Personas;

/// <summary>Each segment as a card: who they are, what sets them apart, what to do.</summary>
public partial class PersonasPage
{
    private PlotlyFigure? shares;
    private bool hasRevenue;

    /// <summary>"summary" for the stakeholder's page.</summary>
    [SupplyParameterFromQuery(Name = "view")]
    public string? View { get; set; }

    private bool IsSummary => View == "summary";

    private string Currency => Session.Options.Personas.Currency;

    protected internal override IReadOnlyList<AnalysisStage> Shows => [AnalysisStage.Personas];

    protected override void OnResult(AnalysisResult? result)
    {
        shares = null;
        if (result?.Personas is { Personas.Count: > 0 } set)
        {
            hasRevenue = set.Personas.All(persona => persona.RevenueShare is not null);
            shares = SharesFigure.Create(
                [.. Ordered(set).Select(persona => new ShareBar(persona.Name, persona.ColourSlot, persona.Size, persona.CustomerShare, persona.Revenue, persona.RevenueShare))],
                "Persona", Currency);
        }
    }

    /// <summary>The segments that bring most first; without revenue the largest.</summary>
    internal static IEnumerable<Persona> Ordered(PersonaSet set) =>
        set.Personas.OrderByDescending(persona => persona.RevenueShare ?? persona.CustomerShare).ThenBy(persona => persona.SegmentId);

    private void ShowView(string? view)
    {
        View = view;
        SetQuery(("view", view));
    }

    private Task ChooseKAsync(double? k) => ChangeAsync(options => options with { Segmentation = options.Segmentation with { ChosenK = (int?)k } });

    private Task ChangeCurrencyAsync(ChangeEventArgs change) =>
        ChangeAsync(options => options with { Personas = options.Personas with { Currency = (change.Value as string ?? "").Trim() } });

    /// <summary>Gives a segment another name, or with an empty one its own name back.</summary>
    private Task RenameAsync(Persona persona, string name)
    {
        if (Result?.Segments is not { } solution)
        {
            return Task.CompletedTask;
        }

        name = name.Trim();
        if (Result.Personas!.Personas.Any(other => other.SegmentId != persona.SegmentId && string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            return Refuse($"Another segment is already called \u201c{name}\u201d.");
        }

        return ChangeAsync(options =>
        {
            List<PersonaRename> renames = [.. options.Personas.Renames.Where(rename => rename.GivenName != persona.GivenName)];
            if (name.Length > 0 && name != persona.EvidenceName)
            {
                renames.Add(PersonaRename.Of(solution.Segments[persona.SegmentId], solution.Segments.Count, name));
            }

            return options with { Personas = options.Personas with { Renames = renames } };
        });
    }

    private static string SharesSentence(PersonaSet set)
    {
        Persona first = Ordered(set).First();
        return first.RevenueShare is { } revenue
            ? $"{first.Name}: {Numbers.Percent(first.CustomerShare)} of customers, {Numbers.Percent(revenue)} of revenue."
            : $"{first.Name} are the largest segment: {Numbers.Percent(first.CustomerShare)} of customers.";
    }
}
