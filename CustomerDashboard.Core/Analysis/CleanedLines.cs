using CustomerDashboard.Core.Cleaning;

namespace CustomerDashboard.Core.Analysis;

/// <summary>What the stages on lines of purchases start from.</summary>
/// <param name="Result">The cleaned lines; null when there are none.</param>
/// <param name="Key">What they depend on; a part of the key of every stage after them.</param>
internal sealed record CleanedLines(CleaningResult? Result, string Key);
