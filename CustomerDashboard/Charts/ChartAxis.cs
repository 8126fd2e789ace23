namespace CustomerDashboard.Charts;

/// <summary>What an axis says.</summary>
/// <param name="Title">The quantity, in the manager's word.</param>
/// <param name="Unit">Its unit or currency; shown after the title.</param>
/// <param name="Format">A d3 format for ticks and hover, such as ",.0f" or ".0%"; chosen by plotly.js when null.</param>
/// <param name="Log">Whether it is logarithmic; the title then says so.</param>
/// <param name="FromZero">Whether zero is always in sight.</param>
public sealed record ChartAxis(string Title, string? Unit = null, string? Format = null, bool Log = false, bool FromZero = false)
{
    /// <summary>Title, unit and scale in one line.</summary>
    public string Text => $"{Title}{(string.IsNullOrEmpty(Unit) ? "" : $", {Unit}")}{(Log ? " (log scale)" : "")}";
}
