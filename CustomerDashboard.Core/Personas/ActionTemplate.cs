namespace CustomerDashboard.Core.Personas;

/// <summary>An action before the segment's numbers are filled in.</summary>
/// <param name="Title">What to do.</param>
/// <param name="Detail">How.</param>
/// <param name="Goal">What is counted.</param>
/// <param name="Rate">The share to reach.</param>
internal sealed record ActionTemplate(string Title, string Detail, ActionGoal Goal, double Rate);
