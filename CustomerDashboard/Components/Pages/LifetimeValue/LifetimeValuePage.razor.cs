using CustomerDashboard.Charts;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.LifetimeValue;
using CustomerDashboard.Core.Personas;
using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Components.Pages.LifetimeValue;

/// <summary>What customers are still worth, who is overdue, and how well the models foretold days they did not know.</summary>
public partial class LifetimeValuePage
{
    private string answer = "";
    private LifetimeShare totals = new(0, 0, 0, 0, 0);
    private int overdue;
    private int[] segmentOf = [];
    private IReadOnlyList<(string Name, int Slot)> names = [];
    private PlotlyFigure? bySegment;
    private PlotlyFigure? byMonth;
    private PlotlyFigure? tracking;
    private PlotlyFigure? bands;
    private PlotlyFigure? grid;
    private bool? gridAlive;

    /// <summary>"overdue" lists the customers whose next order is overdue; otherwise all.</summary>
    [SupplyParameterFromQuery(Name = "view")]
    public string? View { get; set; }

    /// <summary>"alive" colours the history by the chance of still being a customer.</summary>
    [SupplyParameterFromQuery(Name = "grid")]
    public string? GridShown { get; set; }

    protected internal override IReadOnlyList<AnalysisStage> Shows => [AnalysisStage.LifetimeValue, AnalysisStage.Personas];

    private string Currency => Session.Options.Personas.Currency;

    private bool Alive => GridShown == "alive";

    private string ValueDetail
    {
        get
        {
            var options = Result!.LifetimeValue!.Options;
            return $"{(options.Margin < 1 ? $"{Numbers.Percent(options.Margin)} of revenue" : "revenue")}, {Numbers.Percent(options.AnnualDiscountRate)} a year taken off";
        }
    }

    private string GridSentence => Alive
        ? "Customers whose last purchase lies close to today are at the right. Someone who bought often and then stopped is the least likely still to be one."
        : "The most is to be expected of customers who came back often and until lately: top right.";

    protected override void OnResult(AnalysisResult? result)
    {
        (bySegment, byMonth, tracking, bands, grid, gridAlive) = (null, null, null, null, null, null);
        if (result?.LifetimeValue is not { Chosen: not null } lifetime)
        {
            return;
        }

        totals = LifetimeShare.By(lifetime.Customers, _ => 0)[0];
        overdue = lifetime.Customers.Count(one => one.IsOverdue);
        answer = LifetimeWords.Answer(lifetime, totals, overdue, Currency);
        ReadSegments(result);
        if (names.Count > 0)
        {
            var shares = LifetimeShare.By(lifetime.Customers, one => segmentOf[one.Customer]);
            bySegment = LifetimeFigures.Values(
                [.. shares.Select(share => names[share.Group].Name)], shares, Currency, [.. shares.Select(share => SegmentPalette.Token(names[share.Group].Slot))], horizontal: true);
        }

        var months = LifetimeShare.ByFirstMonth(lifetime.Customers, lifetime.End);
        byMonth = LifetimeFigures.Values([.. months.Select(share => LifetimeFigures.Month(share.Group))], months, Currency, null, horizontal: false);
        if (lifetime.Race is { } race)
        {
            tracking = LifetimeFigures.Tracking(race);
            bands = LifetimeFigures.Bands(race);
        }

        DrawGrid();
    }

    protected override void OnParametersSet() => DrawGrid();

    /// <summary>The segment of each customer of the cleaned file, by what the Segmentation page shows.</summary>
    private void ReadSegments(AnalysisResult result)
    {
        (segmentOf, names) = ([], []);
        if (result is not { Segments: { } segments, Personas: { } personas, Features: { } features, Cleaning: { } cleaning })
        {
            return;
        }

        segmentOf = new int[cleaning.Cleaned.CustomerCount];
        Array.Fill(segmentOf, -1);
        for (var row = 0; row < segments.Labels.Length; row++)
        {
            segmentOf[features.CustomerIndex?[row] ?? row] = segments.Labels[row];
        }

        names = [.. segments.Segments.Select(segment => (NameOf(personas, segment.Id), segment.ColourSlot))];
    }

    private static string NameOf(PersonaSet personas, int segment) =>
        personas.Personas.FirstOrDefault(persona => persona.SegmentId == segment)?.Name ?? $"Segment {segment + 1}";

    private void DrawGrid()
    {
        if (Result?.LifetimeValue?.Grid is { } history && gridAlive != Alive)
        {
            gridAlive = Alive;
            grid = LifetimeFigures.Grid(history, Alive);
        }
    }

    private void ShowAlive(bool alive)
    {
        GridShown = alive ? "alive" : null;
        SetQuery(("grid", GridShown));
        DrawGrid();
    }

    private void ShowOverdue(bool only)
    {
        View = only ? "overdue" : null;
        SetQuery(("view", View));
    }

    private Task ChangeLifetimeAsync(Func<LifetimeValueOptions, LifetimeValueOptions> change) =>
        ChangeAsync(options => options with { LifetimeValue = change(options.LifetimeValue) });
}
