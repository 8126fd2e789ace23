namespace CustomerDashboard.Components.Layout;

/// <summary>Pages that answer the same question of a person.</summary>
public sealed record NavigationGroup(string Title, IReadOnlyList<NavigationItem> Items);
