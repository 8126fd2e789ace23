using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Components.Layout;

/// <summary>The order of the pages. A page that does not exist is left out, so the rail never leads nowhere.</summary>
public static class NavigationMenu
{
    private static readonly NavigationGroup[] Plan =
    [
        new("Your data", [new("Data", "/data", "upload_file"), new("Cleaning", "/cleaning", "filter_alt")]),
        new("What happened", [new("Explore", "/explore", "monitoring"), new("Cohorts", "/cohorts", "grid_on")]),
        new("Who they are", [new("Segmentation", "/segmentation", "bubble_chart"), new("Personas", "/personas", "groups"), new("Movement", "/movement", "swap_horiz")]),
        new("What next", [new("Prediction", "/prediction", "online_prediction"), new("Lifetime value", "/lifetime-value", "savings")]),
        new("What to offer", [new("Baskets", "/baskets", "shopping_basket"), new("Links", "/links", "hub"), new("Recommendations", "/recommendations", "recommend")]),
        new("Look up", [new("Customers", "/customers", "person_search")]),
        new("Hand over", [new("Reports", "/reports", "description")]),
    ];

    /// <summary>The groups that have at least one page in this program.</summary>
    public static IReadOnlyList<NavigationGroup> Groups { get; } = Existing(typeof(NavigationMenu).Assembly);

    private static NavigationGroup[] Existing(Assembly assembly)
    {
        var routes = assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes<RouteAttribute>())
            .Select(route => route.Template)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Plan
            .Select(group => group with { Items = [.. group.Items.Where(item => routes.Contains(item.Href))] })
            .Where(group => group.Items.Count > 0)
            .ToArray();
    }
}
