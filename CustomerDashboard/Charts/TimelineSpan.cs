namespace CustomerDashboard.Charts;

/// <summary>A stretch of time with its own bar.</summary>
/// <param name="Name">The row it is drawn in, such as "What the model sees".</param>
/// <param name="Start">Its first moment.</param>
/// <param name="End">The moment after its last.</param>
/// <param name="Text">What is written on it.</param>
/// <param name="Colour">A token.</param>
public sealed record TimelineSpan(string Name, DateTime Start, DateTime End, string Text, string Colour);
