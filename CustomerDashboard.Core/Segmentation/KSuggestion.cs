namespace CustomerDashboard.Core.Segmentation;

/// <summary>How many segments to use, and why.</summary>
/// <param name="K">The suggested number.</param>
/// <param name="Reason">Why, in plain words.</param>
/// <param name="Choices">What each criterion alone would choose.</param>
/// <param name="Warnings">What to be wary of, such as a split into nearly all customers and a few specks.</param>
public sealed record KSuggestion(
    int K, string Reason, IReadOnlyList<CriterionChoice> Choices, IReadOnlyList<string> Warnings);
