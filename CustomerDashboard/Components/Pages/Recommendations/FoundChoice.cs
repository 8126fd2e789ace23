namespace CustomerDashboard.Components.Pages.Recommendations;

/// <summary>A customer or product that matches what was typed.</summary>
/// <param name="Index">Its number.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Detail">More about it.</param>
public sealed record FoundChoice(int Index, string Title, string Detail);
