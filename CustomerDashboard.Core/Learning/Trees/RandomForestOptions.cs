namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>Settings of random forests.</summary>
public sealed record RandomForestOptions
{
    public int TreeCount { get; init; } = 300;

    /// <summary>The most splits between the root and a leaf; null for no limit.</summary>
    public int? MaxDepth { get; init; }

    /// <summary>The fewest different training rows in a leaf.</summary>
    public int MinSamplesLeaf { get; init; } = 1;

    /// <summary>The fewest different training rows in a node that may be split.</summary>
    public int MinSamplesSplit { get; init; } = 2;

    /// <summary>
    /// Columns tried at each split; null for the square root of their number in classification and a third of it in regression.
    /// </summary>
    public int? FeaturesPerSplit { get; init; }

    /// <summary>Whether every tree draws its rows with replacement; else all trees learn from all rows.</summary>
    public bool Bootstrap { get; init; } = true;

    /// <summary>Rows each tree draws, as a share of all rows, above 0 and at most 1; used with <see cref="Bootstrap"/> only.</summary>
    public double RowShare { get; init; } = 1;

    /// <summary>The most bins the values of a column are sorted into, 2 to 255.</summary>
    public int MaxBins { get; init; } = FeatureBins.MostBins;

    /// <summary>Whether to forecast every training row by the trees that did not learn from it. Needs <see cref="Bootstrap"/>.</summary>
    public bool ScoreOutOfBag { get; init; }

    public int Seed { get; init; } = 42;

    /// <summary>The most threads to use; null for one per processor. The forest is the same whatever it is.</summary>
    public int? DegreeOfParallelism { get; init; }

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    /// <exception cref="ArgumentException">Rows out of the bag are wanted, but every tree learns from all rows.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(TreeCount, 1);
        new DecisionTreeOptions { MaxDepth = MaxDepth, MinSamplesLeaf = MinSamplesLeaf, MinSamplesSplit = MinSamplesSplit }.Validate();
        if (FeaturesPerSplit is < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(FeaturesPerSplit), FeaturesPerSplit, "At least one column must be tried at each split.");
        }

        if (!(RowShare is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(RowShare), RowShare, "The share of rows must be above 0 and at most 1.");
        }

        if (MaxBins is < 2 or > FeatureBins.MostBins)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxBins), MaxBins, "The number of bins must be 2 to 255.");
        }

        if (DegreeOfParallelism is < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(DegreeOfParallelism), DegreeOfParallelism, "At least one thread is needed.");
        }

        if (ScoreOutOfBag && !Bootstrap)
        {
            throw new ArgumentException("Without bootstrap samples every tree learns from every row, so none is out of the bag.", nameof(ScoreOutOfBag));
        }
    }
}
