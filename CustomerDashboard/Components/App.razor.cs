using CustomerDashboard.Configuration;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Radzen;

namespace CustomerDashboard.Components;

/// <summary>The document. Rendered once per visit; everything inside <c>Routes</c> then lives on the circuit.</summary>
public partial class App
{
    // Not rendered twice: a press on a page that is not connected yet would be lost.
    private readonly InteractiveServerRenderMode interactive = new(prerender: false);
    // The links to its style sheets have to be in the document from the start.
    private readonly InteractiveServerRenderMode themed = new(prerender: true);
    private string theme = ThemeCookie.Light;

    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    [Inject]
    private ThemeService Themes { get; set; } = default!;

    protected override void OnInitialized()
    {
        theme = ThemeCookie.Read(HttpContext?.Request);
        Themes.SetTheme(new ThemeOptions { Theme = theme, Wcag = true, TriggerChange = false });
    }
}
