using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Components.Controls;

/// <summary>
/// What long work is doing: the stage, the share done, the count so far and the time left, with a way to stop it.
/// The last result goes inside: it stays on the page, dimmed and marked as updating.
/// </summary>
public partial class StageProgress
{
    [Parameter, EditorRequired]
    public bool Running { get; set; }

    /// <summary>What is being done, in words: "Finding segments".</summary>
    [Parameter]
    public string Stage { get; set; } = "Working";

    /// <summary>Share done from 0 to 1, or null when it is not known.</summary>
    [Parameter]
    public double? Share { get; set; }

    /// <summary>What was counted so far: "412,000 of 1,067,371 lines".</summary>
    [Parameter]
    public string? Count { get; set; }

    [Parameter]
    public TimeSpan? TimeLeft { get; set; }

    [Parameter]
    public string? Detail { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    /// <summary>True when what is inside is of the run at work already, which goes on with other things.</summary>
    [Parameter]
    public bool Fresh { get; set; }

    /// <summary>The last good result.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private bool Dimmed => Running && !Fresh;

    private int? Percent => Share is { } share ? (int)Math.Round(100 * Math.Clamp(share, 0, 1)) : null;

    private string Figures
    {
        get
        {
            var parts = new List<string>(3);
            if (Count is { Length: > 0 }) parts.Add(Count);
            if (Share is { } share) parts.Add(Numbers.Percent(Math.Clamp(share, 0, 1)));
            if (TimeLeft is { } left) parts.Add($"{Numbers.Duration(left)} left");
            return string.Join(" · ", parts);
        }
    }
}
