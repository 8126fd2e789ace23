using System.Globalization;
using CustomerDashboard.Charts;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Segmentation;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Radzen;
using Radzen.Blazor;

namespace CustomerDashboard.Components.Pages.Segmentation;

/// <summary>The customers of one division, or those chosen on the map: found, sorted, filtered by segment and saved.</summary>
public partial class SegmentedCustomers : IAsyncDisposable
{
    private static readonly string[] UsualFeatures = [FeatureIds.Recency, FeatureIds.Frequency, FeatureIds.Monetary, FeatureIds.AverageOrderValue];

    private const string RfmColumn = "RfmScore";

    private readonly Dictionary<string, bool> picked = [];
    private RadzenDataGrid<SegmentedCustomer>? grid;
    private IJSObjectReference? module;
    private SegmentedCustomer[] all = [];
    private List<SegmentedCustomer> shown = [];
    private IEnumerable<SegmentedCustomer> page = [];
    private (DivisionView? View, IReadOnlyList<int>? Selected) built;
    private string search = "";
    private int? group;
    private (string Property, bool Descending)? order;
    private string? problem;
    private bool saving;
    private bool[] whole = [];
    private CustomerFeatureTable? wholeOf;

    [Parameter, EditorRequired]
    public SegmentationResult Result { get; set; } = default!;

    [Parameter, EditorRequired]
    public CustomerFeatureTable Table { get; set; } = default!;

    [Parameter, EditorRequired]
    public DivisionView View { get; set; } = default!;

    /// <summary>The rows chosen on the map; none for every customer.</summary>
    [Parameter]
    public IReadOnlyList<int> Selected { get; set; } = [];

    /// <summary>The choice is to be lifted.</summary>
    [Parameter]
    public EventCallback OnLift { get; set; }

    [Parameter, EditorRequired]
    public string WorkspaceId { get; set; } = "";

    [Parameter]
    public string Currency { get; set; } = "";

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    private string Summary
    {
        get
        {
            var words = $"{Numbers.Count(shown.Count)} of {Numbers.Counted(all.Length, "customer")}";
            if (!View.HasRevenue || shown.Count == 0)
            {
                return words + ".";
            }

            var spend = Table[FeatureIds.Monetary];
            var sum = shown.Sum(customer => double.IsFinite(spend[customer.Row]) ? spend[customer.Row] : 0);
            var whole = View.Solution.Segments.Sum(segment => segment.Revenue ?? 0);
            return whole > 0 ? $"{words}, {Numbers.Money(sum, Currency)} of revenue ({Numbers.Percent(sum / whole)})." : words + ".";
        }
    }

    private string SaveText => shown.Count == all.Length ? "Save all as CSV" : shown.Count == 1 ? "Save this one as CSV" : $"Save these {Numbers.Count(shown.Count)} as CSV";

    protected override async Task OnParametersSetAsync()
    {
        if (!ReferenceEquals(wholeOf, Table))
        {
            wholeOf = Table;
            whole = [.. Table.Columns.Select(values => Array.TrueForAll(values, value => !double.IsFinite(value) || value == Math.Truncate(value)))];
        }

        if (ReferenceEquals(built.View, View) && ReferenceEquals(built.Selected, Selected))
        {
            return;
        }

        if (!ReferenceEquals(built.View, View))
        {
            all = SegmentedCustomer.All(Table, View);
            group = group is { } id && id < View.Solution.Segments.Count && built.View?.Solution.Segments.Count == View.Solution.Segments.Count ? id : null;
        }

        built = (View, Selected);
        await ShowAsync();
    }

    private Task SearchAsync(ChangeEventArgs change)
    {
        search = (change.Value as string ?? "").Trim();
        return ShowAsync();
    }

    private Task ChooseGroup(ChangeEventArgs change)
    {
        group = int.TryParse(change.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        return ShowAsync();
    }

    private Task ShowAsync()
    {
        IEnumerable<SegmentedCustomer> rows = Selected.Count > 0 ? Selected.Where(row => row < all.Length).Select(row => all[row]) : all;
        shown = [.. rows.Where(customer =>
            (group is null || customer.Segment == group) &&
            (search.Length == 0 || customer.Id.Contains(search, StringComparison.OrdinalIgnoreCase) || customer.Name.Contains(search, StringComparison.CurrentCultureIgnoreCase)))];
        Sort();
        page = shown.Take(grid?.PageSize ?? 15);
        return grid is null ? Task.CompletedTask : grid.FirstPage(forceReload: true);
    }

    private void Load(LoadDataArgs args)
    {
        (string, bool)? wanted = args.Sorts?.FirstOrDefault() is { Property: { } property } sort ? (property, sort.SortOrder == SortOrder.Descending) : null;
        if (wanted != order)
        {
            order = wanted;
            Sort();
        }

        page = shown.Skip(args.Skip ?? 0).Take(args.Top ?? 15);
    }

    // Equal values keep the order of the file; a customer without a value comes last either way.
    private void Sort()
    {
        switch (order)
        {
            case null:
                shown.Sort((a, b) => a.Row.CompareTo(b.Row));
                return;
            case (nameof(SegmentedCustomer.Id), var descending):
                shown.Sort((a, b) => Signed(string.CompareOrdinal(a.Id, b.Id), descending, a, b));
                return;
            case (nameof(SegmentedCustomer.Name), var descending):
                shown.Sort((a, b) => Signed(a.Segment.CompareTo(b.Segment), descending, a, b));
                return;
            case (nameof(SegmentedCustomer.Rfm), var descending):
                shown.Sort((a, b) => Signed(string.CompareOrdinal(a.Rfm, b.Rfm), descending, a, b));
                return;
            case ({ } feature, var descending):
                var values = Table[feature];
                shown.Sort((a, b) => (double.IsNaN(values[a.Row]), double.IsNaN(values[b.Row])) switch
                {
                    (true, true) => a.Row.CompareTo(b.Row),
                    (true, false) => 1,
                    (false, true) => -1,
                    _ => Signed(values[a.Row].CompareTo(values[b.Row]), descending, a, b),
                });
                return;
        }
    }

    private static int Signed(int compared, bool descending, SegmentedCustomer a, SegmentedCustomer b) =>
        compared == 0 ? a.Row.CompareTo(b.Row) : descending ? -compared : compared;

    /// <summary>The columns that may be shown or not, with their titles.</summary>
    private IEnumerable<(string Id, string Title)> Pickable =>
        (View.Rfm is null ? [] : new[] { (RfmColumn, "RFM score") })
            .Concat(Table.Definitions.Where(feature => !Table.Unavailable.ContainsKey(feature.Id)).Select(feature => (feature.Id, feature.Name)));

    private bool IsShown(string id) => picked.TryGetValue(id, out var shown) ? shown
        : id == RfmColumn ? Result.Options.Method == SegmentationMethod.RfmScoring
        : UsualFeatures.Contains(id) || Result.Prepared!.FeatureIds.Contains(id);

    private void ShowColumn(string id, bool show) => picked[id] = show;

    // Four features stand beside the options panel without scrolling; money has more digits than days.
    private static string WidthOf(FeatureDefinition feature) => feature.Unit == "currency" ? "124px" : "112px";

    private string TitleOf(FeatureDefinition feature)
    {
        var unit = FeatureText.Unit(feature, Currency);
        return unit.Length == 0 || feature.Name.Contains(unit, StringComparison.OrdinalIgnoreCase) ? feature.Name : $"{feature.Name}, {unit}";
    }

    private async Task SaveAsync()
    {
        saving = true;
        problem = null;
        try
        {
            module ??= await Script.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/audience.js"]}");
            problem = await module.InvokeAsync<string?>(
                "save", $"api/workspaces/{WorkspaceId}/audience.csv", Selected.Count > 0 ? "selected customers" : "customers", string.Join('\n', shown.Select(customer => customer.Id)));
        }
        catch (JSException)
        {
            problem = "The customers could not be saved: the browser did not reach the dashboard. Try again when it is connected.";
        }
        finally
        {
            saving = false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (module is not null) await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
        }
        catch (TaskCanceledException)
        {
        }

        GC.SuppressFinalize(this);
    }
}
