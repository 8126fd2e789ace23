namespace CustomerDashboard.Components.Layout;

/// <summary>A workspace as the switcher lists it.</summary>
public sealed record ShellWorkspace(string Id, string Name, string Detail);
