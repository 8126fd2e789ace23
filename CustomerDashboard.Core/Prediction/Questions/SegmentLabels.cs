namespace CustomerDashboard.Core.Prediction.Questions;

/// <summary>The segment of each customer, handed over as data.</summary>
/// <param name="Of">The segment of each customer by index; -1 for none.</param>
/// <param name="Names">The segments' names by id.</param>
public sealed record SegmentLabels(IReadOnlyList<int> Of, IReadOnlyList<string> Names);
