using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Components.Controls;

/// <summary>A number that is typed. A value outside the range is not passed on; the field says why.</summary>
public partial class OptionNumber
{
    private string? problem;

    [Parameter]
    public double? Min { get; set; }

    [Parameter]
    public double? Max { get; set; }

    /// <summary>The smallest difference; any when absent.</summary>
    [Parameter]
    public double? Step { get; set; }

    private string ProblemId => Id + "-problem";

    private string? Described => problem is not null ? ProblemId : Help is null ? null : HelpId;

    private static string? Invariant(double? value) => value?.ToString("0.###############", CultureInfo.InvariantCulture);

    private async Task ChangedAsync(ChangeEventArgs change)
    {
        if (!double.TryParse(change.Value as string, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            problem = "This needs a number.";
            return;
        }
        if (value < Min || value > Max)
        {
            problem = (Min, Max) switch
            {
                ({ } min, { } max) => $"This needs a number from {Numbers.Exact(min)} to {Numbers.Exact(max)}.",
                ({ } min, null) => $"This needs a number of at least {Numbers.Exact(min)}.",
                (_, { } max) => $"This needs a number of at most {Numbers.Exact(max)}.",
                _ => null,
            };
            return;
        }
        problem = null;
        await SetAsync(value);
    }
}
