namespace CustomerDashboard.Core.Cleaning;

/// <summary>A product code that looks like something other than a product.</summary>
/// <param name="Code">The code as in the file.</param>
/// <param name="Description">Its most frequent description, or null.</param>
/// <param name="Rows">How many lines of the file have it.</param>
/// <param name="Revenue">What those lines add up to.</param>
/// <param name="IsLikely">True when more than the odd shape of its code speaks for it; only these are proposed.</param>
/// <param name="Reason">Why it was found, in words.</param>
public sealed record NonProductCandidate(string Code, string? Description, int Rows, double Revenue, bool IsLikely, string Reason);
