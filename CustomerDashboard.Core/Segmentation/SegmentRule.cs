using CustomerDashboard.Core.Learning.Explanation;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>The rule that can be read aloud for one segment.</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="Text">The rule in words and numbers: "Orders ≥ 6 and Days since last order ≤ 40".</param>
/// <param name="Customers">How many customers the rule holds for.</param>
/// <param name="Precision">Of those, the share that is in the segment.</param>
/// <param name="Recall">Of the segment, the share the rule finds.</param>
/// <param name="Rule">The rule itself; its columns are the features the segments were made by.</param>
public sealed record SegmentRule(int SegmentId, string Text, int Customers, double Precision, double Recall, ClusterRule Rule);
