using CustomerDashboard.Configuration;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace CustomerDashboard.Components.Layout;

/// <summary>
/// Switches between the light and the dark theme, and remembers the choice in a cookie. The tokens change at once in shell.js;
/// Radzen's style sheets and the cookie follow from here.
/// </summary>
public partial class ThemeToggle
{
    private bool dark;

    [Inject]
    private ThemeService Themes { get; set; } = default!;

    // Injected so that it exists: it writes the cookie when the theme changes.
    [Inject]
    private CookieThemeService Cookie { get; set; } = default!;

    private string Words => dark ? "Light theme" : "Dark theme";

    protected override void OnInitialized() => dark = Themes.Theme == ThemeCookie.Dark;

    private void Toggle()
    {
        dark = !dark;
        Themes.SetTheme(new ThemeOptions { Theme = dark ? ThemeCookie.Dark : ThemeCookie.Light, Wcag = true, TriggerChange = true });
    }
}
