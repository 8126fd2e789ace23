namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>A node of a boosted tree that may still be split.</summary>
internal sealed class GrowingNode
{
    /// <summary>Its position in the tree.</summary>
    public required int Position { get; init; }

    public int Start { get; set; }

    public int End { get; set; }

    public long Gradient { get; set; }

    public long Hessian { get; set; }

    public long[]? Histogram { get; set; }

    public BoostedSplit Split { get; set; } = BoostedSplit.None;
}
