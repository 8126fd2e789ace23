using Microsoft.AspNetCore.Components;
using Radzen;

namespace CustomerDashboard.Components;

/// <summary>The root of the circuit.</summary>
public partial class Routes
{
    /// <summary>The theme that the document was rendered with: the circuit cannot read the cookie itself.</summary>
    [Parameter, EditorRequired]
    public string Theme { get; set; } = "";

    [Inject]
    private ThemeService Themes { get; set; } = default!;

    protected override void OnInitialized() =>
        Themes.SetTheme(new ThemeOptions { Theme = Theme, Wcag = true, TriggerChange = false });
}
