namespace CustomerDashboard.Components.Layout;

/// <summary>How the workspace in use stands while nothing runs, where it is not simply ready.</summary>
/// <param name="Words">What the status chip says: "Cannot be read".</param>
/// <param name="Tone">warn or bad.</param>
public sealed record ShellStanding(string Words, string Tone);
