namespace CustomerDashboard.Components.Controls;

/// <summary>A value that can be chosen, and the word for it.</summary>
public sealed record OptionChoice<T>(T Value, string Text);
