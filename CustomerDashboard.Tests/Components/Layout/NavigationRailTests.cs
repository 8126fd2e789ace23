using System.Reflection;
using Bunit;
using CustomerDashboard.Components.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerDashboard.Tests.Components.Layout;

public sealed class NavigationRailTests : DashboardTestContext
{
    [Fact]
    public void Every_link_leads_to_a_page()
    {
        var routes = typeof(NavigationMenu).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template).ToHashSet();
        var rail = Render<NavigationRail>();
        Assert.All(rail.FindAll(".rail-pages a"), link => Assert.Contains(link.GetAttribute("href")!, routes));
    }

    [Fact]
    public void A_page_that_the_file_cannot_support_says_why()
    {
        Services.AddScoped<IShellContext>(_ => new FakeShell { Why = "This file has no product codes." });
        var rail = Render<NavigationRail>();
        Assert.Empty(rail.FindAll(".rail-pages a"));
        Assert.All(rail.FindAll(".rail-pages .unavailable"), item => Assert.Contains("no product codes", item.TextContent, StringComparison.Ordinal));
    }
}
