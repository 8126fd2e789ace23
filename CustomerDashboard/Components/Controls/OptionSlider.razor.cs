using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Components.Controls;

/// <summary>
/// A number on a range. <c>ValueChanged</c> is raised when the hand lets go; set <see cref="WhileMoving"/> as well to follow
/// it on the way, when what follows is cheap.
/// </summary>
public partial class OptionSlider
{
    // What the hand set last. The browser's slider is left alone until the value comes from elsewhere: an answer that
    // arrives late must not push it back under the hand.
    private double? held;
    private double? previous;
    private double rendered;
    private int generation;

    [Parameter, EditorRequired]
    public double Min { get; set; }

    [Parameter, EditorRequired]
    public double Max { get; set; }

    [Parameter]
    public double Step { get; set; } = 1;

    /// <summary>How the value is written; three significant digits when absent.</summary>
    [Parameter]
    public Func<double, string>? Format { get; set; }

    /// <summary>Raised for every step of the slider.</summary>
    [Parameter]
    public EventCallback<double> WhileMoving { get; set; }

    private double Shown => held ?? Value ?? Min;

    private double ShareDone => Max > Min ? 100 * (Shown - Min) / (Max - Min) : 0;

    protected override void OnParametersSet()
    {
        if (Value == previous && generation > 0) return;
        previous = Value;
        if (generation > 0 && Value == held) return;
        held = null;
        rendered = Value ?? Min;
        generation++;
    }

    private static string Invariant(double value) => value.ToString(CultureInfo.InvariantCulture);

    private string Text(double? value) => value is not { } number ? "" : Format?.Invoke(number) ?? Numbers.Exact(number);

    private async Task MovedAsync(ChangeEventArgs change)
    {
        if (!TryRead(change, out var value)) return;
        held = value;
        await WhileMoving.InvokeAsync(value);
    }

    private async Task SettledAsync(ChangeEventArgs change)
    {
        if (!TryRead(change, out var value)) return;
        held = value;
        await SetAsync(value);
    }

    private bool TryRead(ChangeEventArgs change, out double value)
    {
        var read = double.TryParse(change.Value as string, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        value = Math.Clamp(value, Min, Max);
        return read;
    }
}
