namespace CustomerDashboard.Components.Layout;

/// <summary>A page in the rail.</summary>
/// <param name="Title">The word of the person, not of the algorithm.</param>
/// <param name="Href">The page's address, with a leading slash.</param>
/// <param name="Icon">Name of a Material symbol.</param>
public sealed record NavigationItem(string Title, string Href, string Icon);
