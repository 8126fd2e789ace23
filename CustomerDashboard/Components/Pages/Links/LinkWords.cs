using CustomerDashboard.Components.Controls;

namespace CustomerDashboard.Components.Pages.Links;

/// <summary>Figures of links as people read them.</summary>
internal static class LinkWords
{
    public static string PValue(double value) => value < 0.0001 ? $"under {Numbers.Fixed(0.0001, 4)}" : Numbers.Fixed(value, 4);
}
