namespace CustomerDashboard.Core.Analysis;

/// <summary>What became of one stage of an analysis.</summary>
/// <param name="State">Whether its result is there.</param>
/// <param name="Elapsed">How long it took this time; next to nothing when <paramref name="FromCache"/>.</param>
/// <param name="Message">Why there is no result, in words a person can act on; null when it is there.</param>
/// <param name="FromCache">True when nothing had to be computed.</param>
/// <param name="Key">SHA-256 of all its result depends on: its input's key, its options, the seed.</param>
public sealed record StageOutcome(StageState State, TimeSpan Elapsed, string? Message, bool FromCache, string Key);
