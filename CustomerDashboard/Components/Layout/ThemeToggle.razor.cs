using CustomerDashboard.Configuration;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Radzen;

namespace CustomerDashboard.Components.Layout;

/// <summary>Switches between the light and the dark theme, and remembers the choice in a cookie.</summary>
public sealed partial class ThemeToggle : IAsyncDisposable
{
    private bool dark;
    private IJSObjectReference? module;

    [Inject]
    private ThemeService Themes { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    // Injected so that it exists: it writes the cookie when the theme changes.
    [Inject]
    private CookieThemeService Cookie { get; set; } = default!;

    private string Words => dark ? "Light theme" : "Dark theme";

    protected override void OnInitialized() => dark = Themes.Theme == ThemeCookie.Dark;

    protected override void OnAfterRender(bool firstRender)
    {
        // The theme's own component may be set up after this one.
        if (firstRender && Themes.Theme == ThemeCookie.Dark != dark)
        {
            dark = !dark;
            StateHasChanged();
        }
    }

    private async Task ToggleAsync()
    {
        dark = !dark;
        var theme = dark ? ThemeCookie.Dark : ThemeCookie.Light;
        module ??= await Script.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/shell.js"]}");
        await module.InvokeVoidAsync("setTone", ThemeCookie.Tone(theme));
        Themes.SetTheme(new ThemeOptions { Theme = theme, Wcag = true, TriggerChange = true });
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
    }
}
