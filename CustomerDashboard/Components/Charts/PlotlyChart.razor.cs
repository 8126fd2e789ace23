using System.Buffers.Binary;
using System.Globalization;
using CustomerDashboard.Charts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CustomerDashboard.Components.Charts;

/// <summary>
/// Draws a figure with plotly.js: the only interop of the charts. Give it a new <see cref="Figure"/> and it is redrawn in place;
/// zoom and camera stay. Beside the picture stand its summary in words and its table.
/// </summary>
public sealed partial class PlotlyChart : IAsyncDisposable
{
    /// <summary>A lasso around a million points; more than that is not a selection.</summary>
    private const long MaximumSelectionBytes = 16_000_000;

    private ElementReference plot;
    private IJSObjectReference? module;
    private DotNetObjectReference<PlotlyChart>? callbacks;
    private PlotlyFigure? shown;
    private string? failure;
    private bool drawing;
    private bool showTable;
    private bool disposed;

    /// <summary>What is drawn; a skeleton of the same height stands in while it is null.</summary>
    [Parameter, EditorRequired]
    public PlotlyFigure? Figure { get; set; }

    [Parameter]
    public string? Title { get; set; }

    /// <summary>The field's term, beside the title in small type.</summary>
    [Parameter]
    public string? Term { get; set; }

    /// <summary>What the chart says, in one plain sentence under its title.</summary>
    [Parameter]
    public string? Explanation { get; set; }

    /// <summary>The text alternative; the figure's own when absent.</summary>
    [Parameter]
    public string? Summary { get; set; }

    /// <summary>Height in CSS pixels; the figure's own when absent.</summary>
    [Parameter]
    public int? Height { get; set; }

    /// <summary>More buttons at the right of the title.</summary>
    [Parameter]
    public RenderFragment? Actions { get; set; }

    /// <summary>A point, bar or cell was pressed.</summary>
    [Parameter]
    public EventCallback<ChartClick> OnClick { get; set; }

    /// <summary>The rows chosen with the lasso, ascending; empty when the choice was lifted.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<int>> OnSelected { get; set; }

    /// <summary>A shape that can be dragged was let go; told is its new height on the y axis.</summary>
    [Parameter]
    public EventCallback<double> OnMoved { get; set; }

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    [Inject]
    private ILogger<PlotlyChart> Logger { get; set; } = default!;

    private int PixelHeight => Height ?? Figure?.Height ?? 360;

    private string Name => Title is { Length: > 0 } ? Title : "the chart";

    private string SummaryText => Summary ?? Figure?.Summary ?? "";

    private string Label => Title is { Length: > 0 } ? $"Chart: {Title}" : "Chart";

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Rendering goes on while the browser draws; the loop below picks up the figure that came meanwhile.
        if (drawing || disposed || Figure is null || ReferenceEquals(Figure, shown)) return;
        drawing = true;
        try
        {
            while (!disposed && Figure is { } next && !ReferenceEquals(next, shown))
            {
                shown = next;
                await DrawAsync(next);
            }
        }
        catch (JSDisconnectedException)
        {
        }
        catch (TaskCanceledException)
        {
        }
        catch (JSException e)
        {
            Logger.LogError(e, "The chart {Title} could not be drawn.", Name);
            ShowFailure();
        }
        finally
        {
            drawing = false;
        }
    }

    private async Task DrawAsync(PlotlyFigure figure)
    {
        SetSeparators(figure);
        if (failure is not null)
        {
            failure = null;
            showTable = false;
            StateHasChanged();
        }
        if (callbacks is not null && module is not null)
        {
            await module.InvokeVoidAsync("update", plot, figure);
            return;
        }
        module ??= await Script.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/plotly-chart.js"]}");
        callbacks = DotNetObjectReference.Create(this);
        await module.InvokeVoidAsync("draw", plot, figure, Assets["lib/plotly-strict.min.js"], callbacks);
    }

    private void ShowFailure()
    {
        failure = "The chart could not be drawn in this browser. Its figures are in the table.";
        showTable = Figure?.Table is not null;
        StateHasChanged();
    }

    [JSInvokable]
    public Task OnPlotlyFailed(string message)
    {
        Logger.LogError("The chart {Title} could not be drawn: {Message}", Name, message);
        return InvokeAsync(ShowFailure);
    }

    // Decimal mark and thousands mark of the person's culture, on axes and on hover.
    private static void SetSeparators(PlotlyFigure figure)
    {
        var format = CultureInfo.CurrentCulture.NumberFormat;
        figure.Layout["separators"] = format.NumberDecimalSeparator[..1] + (format.NumberGroupSeparator.Length > 0 ? format.NumberGroupSeparator[..1] : " ");
    }

    [JSInvokable]
    public Task OnPlotlyClick(int trace, int point, string x) =>
        InvokeAsync(() => OnClick.InvokeAsync(new ChartClick(trace, point, RowOf(trace, point), x)));

    [JSInvokable]
    public Task OnPlotlyDeselected() => InvokeAsync(() => OnSelected.InvokeAsync([]));

    [JSInvokable]
    public async Task OnPlotlySelected(IJSStreamReference pairs)
    {
        byte[] bytes;
        try
        {
            await using var reference = pairs;
            await using var stream = await pairs.OpenReadStreamAsync(MaximumSelectionBytes);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            bytes = copy.ToArray();
        }
        catch (JSDisconnectedException)
        {
            // The person left while the selection was on its way.
            return;
        }

        var rows = new List<int>(bytes.Length / 8);
        for (var offset = 0; offset + 8 <= bytes.Length; offset += 8)
        {
            var trace = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(offset));
            var point = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(offset + 4));
            var row = RowOf(trace, point);
            if (row >= 0) rows.Add(row);
        }
        rows.Sort();
        await InvokeAsync(() => OnSelected.InvokeAsync(rows));
    }

    [JSInvokable]
    public Task OnPlotlyShapeMoved(int shape, double height) =>
        double.IsFinite(height) ? InvokeAsync(() => OnMoved.InvokeAsync(height)) : Task.CompletedTask;

    // What comes from the browser is not trusted: an index that no row has gives -1.
    private int RowOf(int trace, int point)
    {
        if (point < 0) return -1;
        if (shown?.PointRows is not { } rows) return point;
        return trace >= 0 && trace < rows.Count && point < rows[trace].Length ? rows[trace][point] : -1;
    }

    private void ToggleTable() => showTable = !showTable;

    private async Task SavePictureAsync()
    {
        if (module is null) return;
        await module.InvokeVoidAsync("download", plot, FileName(Name), Title ?? "");
    }

    private static string FileName(string title)
    {
        var name = new string([.. title.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')]);
        return string.Join('-', name.Split('-', StringSplitOptions.RemoveEmptyEntries));
    }

    public async ValueTask DisposeAsync()
    {
        disposed = true;
        try
        {
            if (module is not null)
            {
                await module.InvokeVoidAsync("dispose", plot);
                await module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
        }
        catch (TaskCanceledException)
        {
        }
        callbacks?.Dispose();
    }
}
