namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>Settings of gradient-boosted trees. The defaults suit tables of some thousand customers.</summary>
public sealed record GradientBoostedTreesOptions
{
    /// <summary>Rounds of boosting: one tree each, or one tree for each class where there are more than two.</summary>
    public int TreeCount { get; init; } = 200;

    /// <summary>How much of its step each tree is allowed (shrinkage), above 0 and at most 1.</summary>
    public double LearningRate { get; init; } = 0.03;

    /// <summary>The most splits between the root and a leaf, 1 to 12.</summary>
    public int MaxDepth { get; init; } = 3;

    /// <summary>The least sum of second derivatives in a leaf; for squared error that is the number of rows.</summary>
    public double MinChildWeight { get; init; } = 1;

    /// <summary>The L1 penalty on leaf values (alpha).</summary>
    public double L1 { get; init; }

    /// <summary>The L2 penalty on leaf values (lambda).</summary>
    public double L2 { get; init; } = 1;

    /// <summary>
    /// What one more leaf costs (gamma): a split that gains less is pruned. In the units of equation 7 of the paper, half those of
    /// the xgboost library.
    /// </summary>
    public double Gamma { get; init; }

    /// <summary>The share of rows each tree sees, above 0 and at most 1, drawn without replacement.</summary>
    public double RowShare { get; init; } = 0.8;

    /// <summary>The share of columns each tree may ask about.</summary>
    public double ColumnShare { get; init; } = 1;

    /// <summary>The share of the tree's columns that each of its levels may ask about.</summary>
    public double ColumnShareByLevel { get; init; } = 1;

    /// <summary>The most bins the values of a column are sorted into, 2 to 255; a missing value has a bin of its own.</summary>
    public int MaxBins { get; init; } = 255;

    /// <summary>Stops when the loss on rows held back has not improved for so many rounds; null to grow every tree.</summary>
    public int? EarlyStoppingRounds { get; init; }

    /// <summary>The share of rows held back to watch the loss on; used with <see cref="EarlyStoppingRounds"/> only.</summary>
    public double ValidationShare { get; init; } = 0.2;

    /// <summary>What a regression minimises.</summary>
    public BoostingLoss Loss { get; init; } = BoostingLoss.SquaredError;

    /// <summary>
    /// The power of the mean that Tweedie's variance grows with, between 1 (Poisson) and 2 (gamma), both excluded.
    /// </summary>
    public double TweediePower { get; init; } = 1.5;

    public int Seed { get; init; } = 42;

    /// <summary>The most threads to use; null for one per processor. The model is the same whatever it is.</summary>
    public int? DegreeOfParallelism { get; init; }

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        Require(TreeCount >= 1, nameof(TreeCount), TreeCount, "At least one tree is needed.");
        Require(LearningRate is > 0 and <= 1, nameof(LearningRate), LearningRate, "The learning rate must be above 0 and at most 1.");
        Require(MaxDepth is >= 1 and <= 12, nameof(MaxDepth), MaxDepth, "The depth of boosted trees must be 1 to 12.");
        Require(MinChildWeight >= 0 && double.IsFinite(MinChildWeight), nameof(MinChildWeight), MinChildWeight, "The least weight of a leaf cannot be negative.");
        Require(L1 >= 0 && double.IsFinite(L1), nameof(L1), L1, "The L1 penalty cannot be negative.");
        Require(L2 >= 0 && double.IsFinite(L2), nameof(L2), L2, "The L2 penalty cannot be negative.");
        Require(Gamma >= 0, nameof(Gamma), Gamma, "The cost of a leaf cannot be negative.");
        RequireShare(RowShare, nameof(RowShare), "rows");
        RequireShare(ColumnShare, nameof(ColumnShare), "columns");
        RequireShare(ColumnShareByLevel, nameof(ColumnShareByLevel), "columns");
        Require(MaxBins is >= 2 and <= FeatureBins.MostBins, nameof(MaxBins), MaxBins, "The number of bins must be 2 to 255.");
        Require(EarlyStoppingRounds is null or >= 1, nameof(EarlyStoppingRounds), EarlyStoppingRounds, "Stopping early needs at least one round to wait.");
        Require(ValidationShare is > 0 and < 1, nameof(ValidationShare), ValidationShare, "The share held back must lie between 0 and 1.");
        Require(Enum.IsDefined(Loss), nameof(Loss), Loss, "This loss is not known.");
        Require(TweediePower is > 1 and < 2, nameof(TweediePower), TweediePower, "Tweedie's power must lie between 1 and 2.");
        Require(DegreeOfParallelism is null or >= 1, nameof(DegreeOfParallelism), DegreeOfParallelism, "At least one thread is needed.");
    }

    private static void RequireShare(double share, string name, string what) =>
        Require(share is > 0 and <= 1, name, share, $"The share of {what} must be above 0 and at most 1.");

    private static void Require(bool holds, string name, object? value, string message)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, message);
        }
    }
}
