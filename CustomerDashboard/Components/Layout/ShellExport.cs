namespace CustomerDashboard.Components.Layout;

/// <summary>A file that can be downloaded: what it is, and where from.</summary>
public sealed record ShellExport(string Title, string Detail, string Href);
