using CustomerDashboard.Configuration;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CustomerDashboard.Components;

/// <summary>The document. Rendered once per visit; everything inside <c>Routes</c> then lives on the circuit.</summary>
public partial class App
{
    // Not rendered twice: a press on a page that is not connected yet would be lost.
    private readonly InteractiveServerRenderMode interactive = new(prerender: false);
    private string theme = ThemeCookie.Light;

    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    protected override void OnInitialized() => theme = ThemeCookie.Read(HttpContext?.Request);
}
