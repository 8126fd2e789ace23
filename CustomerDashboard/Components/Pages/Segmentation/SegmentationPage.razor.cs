using System.Globalization;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Personas;
using CustomerDashboard.Core.Segmentation;
using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Components.Pages.Segmentation;

/// <summary>Which segments customers fall into, how many segments the data support, and who moves when their number changes.</summary>
public partial class SegmentationPage
{
    private readonly Dictionary<(bool Compared, int K), DivisionView> views = [];
    private SegmentationOptions defaults = new();
    private IReadOnlyList<int> selected = [];
    private SegmentationResult? divided;
    private int? moving;
    private int? movingOther;

    /// <summary>The number of segments; the one in use when absent.</summary>
    [SupplyParameterFromQuery(Name = "k")]
    public string? K { get; set; }

    /// <summary>The number of segments to compare with.</summary>
    [SupplyParameterFromQuery(Name = "k2")]
    public string? K2 { get; set; }

    /// <summary>method, evidence, rules, compare or newcomer; the segments when absent.</summary>
    [SupplyParameterFromQuery(Name = "view")]
    public string? Tab { get; set; }

    /// <summary>"3d" for three dimensions.</summary>
    [SupplyParameterFromQuery(Name = "map")]
    public string? Map { get; set; }

    /// <summary>"all" for the components of all features instead of those used.</summary>
    [SupplyParameterFromQuery(Name = "space")]
    public string? Space { get; set; }

    /// <summary>What is left off the map: "arrows", "rings" or both, with a comma.</summary>
    [SupplyParameterFromQuery(Name = "without")]
    public string? Without { get; set; }

    /// <summary>Which of the further pictures is shown.</summary>
    [SupplyParameterFromQuery(Name = "shape")]
    public string? Shape { get; set; }

    /// <summary>"boxes" for box plots instead of curves.</summary>
    [SupplyParameterFromQuery(Name = "as")]
    public string? As { get; set; }

    /// <summary>The feature whose spread is shown.</summary>
    [SupplyParameterFromQuery(Name = "feature")]
    public string? Feature { get; set; }

    private IEnumerable<(string Id, string Text)> Tabs
    {
        get
        {
            var method = Result!.Segmentation!.Options.Method;
            var several = SegmentationMethodInfo.Of(method).TriesSeveralK;
            yield return ("groups", "The segments");
            if (MethodWords.Tab(method) is { } own) yield return ("method", own);
            yield return ("evidence", several ? "How many segments" : "How good they are");
            yield return ("rules", "Rules");
            yield return ("compare", "Compare");
            yield return ("newcomer", "New customers");
        }
    }

    private string TabShown => Tab is not null && Tabs.Any(tab => tab.Id == Tab) ? Tab : "groups";

    private MapLook Look => new(
        Map == "3d", Space == "all" && Result!.Segmentation!.AllFeatures is not null, Without?.Contains("arrows", StringComparison.Ordinal) != true, Without?.Contains("rings", StringComparison.Ordinal) != true);

    private bool IsMoving => moving is not null || Updating;

    private string Currency => Session.Options.Personas.Currency;

    private DivisionView Shown => View(moving ?? Read(K)) ?? View(Result!.Segmentation!.ChosenK)!;

    /// <summary>The second division: another number of segments, or what the recipe asks to compare with; null when there is none.</summary>
    private DivisionView? OtherView
    {
        get
        {
            var wanted = movingOther ?? Read(K2);
            if (Session.Options.Comparison is not null)
            {
                return Result!.Comparison is { HasSegments: true } compared ? View(compared, wanted) ?? View(compared, compared.ChosenK) : null;
            }

            // Without a choice one segment more, or one fewer at the end of the range.
            var shown = Shown.K;
            return View(wanted) ?? View(shown + 1) ?? View(shown - 1);
        }
    }

    private int FeatureShown
    {
        get
        {
            var table = Result!.Features!;
            var id = Feature is not null && table.Definitions.Any(feature => feature.Id == Feature) ? Feature : Result.Segmentation!.Prepared!.FeatureIds[^1];
            return table.IndexOf(id);
        }
    }

    protected internal override IReadOnlyList<AnalysisStage> Shows => [AnalysisStage.Segmentation, AnalysisStage.Personas, AnalysisStage.Comparison];

    protected override void OnResult(AnalysisResult? result)
    {
        // Personas and the comparison come after the segments: a view whose names they confirm stays, and its figures with it.
        foreach (var (key, view) in views.Where(kept => !StillHolds(kept.Key, kept.Value)).ToArray())
        {
            views.Remove(key);
        }

        if (!ReferenceEquals(result?.Segmentation, divided))
        {
            // Personas and the comparison come after the segments; what a person selected meanwhile stays.
            divided = result?.Segmentation;
            selected = [];
        }

        if (result is { Segmentation: { } segmentation, Kind: FileKind.CustomerAttributes, Features: { } table })
        {
            // A file of attributes has its own defaults: its own columns, without logarithms.
            defaults = new SegmentationOptions { LogTransform = false, MissingValues = MissingFeatureFill.Median, Features = [.. segmentation.Options.Features.Where(id => table.Definitions.Any(d => d.Id == id))] };
        }
        else
        {
            defaults = new SegmentationOptions();
        }
    }

    private DivisionView? View(int? k) => Result?.Segmentation is { } segmentation ? View(segmentation, k) : null;

    private DivisionView? View(SegmentationResult of, int? k)
    {
        if (k is not { } wanted || Result is not { Features: { } table } || of.Find(wanted) is not { } solution)
        {
            return null;
        }

        var compared = ReferenceEquals(of, Result.Comparison);
        if (!views.TryGetValue((compared, wanted), out var view))
        {
            views[(compared, wanted)] = view = new DivisionView(of, table, solution, NamesOf(compared, table, solution), Currency);
        }

        return view;
    }

    private bool StillHolds((bool Compared, int K) key, DivisionView view) =>
        Result is { Features: { } table } && ReferenceEquals(view.Table, table) && view.Currency == Currency
        && ReferenceEquals(view.Result, key.Compared ? Result.Comparison : Result.Segmentation)
        && view.Names.SequenceEqual(NamesOf(key.Compared, table, view.Solution));

    private IReadOnlyList<string> NamesOf(bool compared, CustomerFeatureTable table, SegmentSolution solution) =>
        !compared && Result is { Personas: { } personas, Segments: { } chosen } && chosen.K == solution.K
            ? [.. personas.Personas.Select(persona => persona.Name)]
            : PersonaBuilder.Names(table, solution, Session.Options.Personas);

    /// <summary>The settings as they take effect: a file of attributes has other features than the recipe was written for.</summary>
    private SegmentationOptions Effective(SegmentationOptions options)
    {
        if (Result is not { Segmentation: { } segmentation, Features: { } table } || options.Features.Any(id => table.Definitions.Any(feature => feature.Id == id)))
        {
            return options;
        }

        // RFM scoring notes the features it looks at itself; those of the person stay.
        return SegmentationMethodInfo.Of(segmentation.Options.Method).UsesFeatures
            ? options with { Features = segmentation.Options.Features, LogTransform = segmentation.Options.LogTransform, Scaling = segmentation.Options.Scaling, MissingValues = segmentation.Options.MissingValues }
            : options;
    }

    private Task ChangeSegmentationAsync(Func<SegmentationOptions, SegmentationOptions> change)
    {
        // The link's own number gives way to the one that fits the new segments.
        SetQuery(("k", null), ("k2", null));
        K = K2 = null;
        return ChangeAsync(options => options with { Segmentation = change(Effective(options.Segmentation)) });
    }

    /// <summary>What to compare with: the settings in use, or those compared with before, changed; nothing changed back to another number of segments.</summary>
    private Task CompareWithAsync(Func<SegmentationOptions, SegmentationOptions>? change)
    {
        SetQuery(("k2", null));
        K2 = null;
        return ChangeAsync(options => options with
        {
            Comparison = change?.Invoke(Effective(options.Comparison ?? options.Segmentation) with { ChosenK = options.Segmentation.ChosenK }),
        });
    }

    private void MoveK(double k) => moving = (int)k;

    private Task SettleKAsync(double? k) => SettleKAsync((int)(k ?? Result!.Segmentation!.ChosenK));

    private async Task SettleKAsync(int k)
    {
        moving = null;
        K = k.ToString(CultureInfo.InvariantCulture);
        SetQuery(("k", K));
        if (k != Session.Options.Segmentation.ChosenK)
        {
            await ChangeAsync(options => options with { Segmentation = options.Segmentation with { ChosenK = k } });
        }
    }

    private async Task UseSuggestedAsync()
    {
        moving = null;
        K = null;
        SetQuery(("k", null));
        if (Session.Options.Segmentation.ChosenK is not null)
        {
            await ChangeAsync(options => options with { Segmentation = options.Segmentation with { ChosenK = null } });
        }
    }

    private void MoveOther(double k) => movingOther = (int)k;

    private void SettleOther(double? k)
    {
        movingOther = null;
        K2 = k?.ToString(CultureInfo.InvariantCulture);
        SetQuery(("k2", K2));
    }

    private void ShowTab(string tab)
    {
        Tab = tab == "groups" ? null : tab;
        SetQuery(("view", Tab));
    }

    private void ShowMap(MapLook look)
    {
        Map = look.Solid ? "3d" : null;
        Space = look.AllFeatures ? "all" : null;
        Without = (look.Arrows, look.Rings) switch { (true, true) => null, (false, true) => "arrows", (true, false) => "rings", _ => "arrows,rings" };
        SetQuery(("map", Map), ("space", Space), ("without", Without));
    }

    private void ShowShape(string shape)
    {
        Shape = shape == "size" ? null : shape;
        SetQuery(("shape", Shape));
    }

    private void ShowBoxes(bool boxes)
    {
        As = boxes ? "boxes" : null;
        SetQuery(("as", As));
    }

    private void ShowFeature(string id)
    {
        Feature = id;
        SetQuery(("feature", id));
    }

    private void Select(IReadOnlyList<int> rows) => selected = rows;

    private static int? Read(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var k) ? k : null;
}
