using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Analysis;

/// <summary>What the stages that divide customers start from.</summary>
/// <param name="Features">The customers; null when there are none.</param>
/// <param name="Lines">Their lines; null for a file with one row per customer.</param>
/// <param name="Wanted">How to divide them, settled for this file.</param>
/// <param name="Compared">A second way to divide them, settled for this file; null asks for none.</param>
/// <param name="Key">What the customers' features depend on; a part of the key of every stage after them.</param>
internal sealed record GroupingInput(
    CustomerFeatureTable? Features, CleanedTransactions? Lines, SegmentationOptions Wanted, SegmentationOptions? Compared, string Key);
