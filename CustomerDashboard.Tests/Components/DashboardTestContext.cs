using System.Globalization;
using Bunit;
using CustomerDashboard.Components.Layout;
using CustomerDashboard.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Radzen;

namespace CustomerDashboard.Tests.Components;

/// <summary>
/// What a component of the dashboard needs to be rendered without a browser: Radzen's services, the empty shell, and script calls
/// that are accepted. Figures are written as in en-GB. Charts count as drawn; <see cref="DrawnFigures"/> tells which.
/// </summary>
public abstract class DashboardTestContext : BunitContext
{
    private readonly BunitJSModuleInterop chartModule;

    protected DashboardTestContext()
    {
        CultureInfo.CurrentCulture = new CultureInfo("en-GB");
        Services.AddRadzenComponents();
        Services.AddRadzenCookieThemeService(cookie => cookie.Name = ThemeCookie.Name);
        Services.AddScoped<IShellContext, EmptyShellContext>();
        JSInterop.Mode = JSRuntimeMode.Loose;
        chartModule = JSInterop.SetupModule("./js/plotly-chart.js");
        chartModule.Mode = JSRuntimeMode.Loose;
        chartModule.SetupVoid("draw", _ => true).SetVoidResult();
        chartModule.SetupVoid("update", _ => true).SetVoidResult();
    }

    /// <summary>The figures that were sent to the browser, in order.</summary>
    protected IReadOnlyList<CustomerDashboard.Charts.PlotlyFigure> DrawnFigures =>
        [.. chartModule.Invocations.Where(call => call.Identifier is "draw" or "update").Select(call => (CustomerDashboard.Charts.PlotlyFigure)call.Arguments[1]!)];
}
