namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>When a tree stops growing.</summary>
public sealed record DecisionTreeOptions
{
    /// <summary>The most splits between the root and a leaf; null for no limit.</summary>
    public int? MaxDepth { get; init; }

    /// <summary>The fewest training rows in a leaf.</summary>
    public int MinSamplesLeaf { get; init; } = 1;

    /// <summary>The fewest training rows in a node that may be split.</summary>
    public int MinSamplesSplit { get; init; } = 2;

    /// <summary>
    /// How strongly the grown tree is pruned (alpha of cost-complexity pruning): what a leaf must lower the impurity by, as a share of all
    /// rows, to be kept. 0 prunes nothing.
    /// </summary>
    public double PruningStrength { get; init; }

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        if (MaxDepth is < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxDepth), MaxDepth, "The depth of a tree cannot be negative.");
        }

        if (MinSamplesLeaf < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(MinSamplesLeaf), MinSamplesLeaf, "A leaf needs at least one row.");
        }

        if (MinSamplesSplit < 2)
        {
            throw new ArgumentOutOfRangeException(nameof(MinSamplesSplit), MinSamplesSplit, "A split needs at least two rows.");
        }

        if (!(PruningStrength >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(PruningStrength), PruningStrength, "The strength of pruning cannot be negative.");
        }
    }
}
