namespace CustomerDashboard.Core.Prediction.Models;

/// <summary>The settings of every model in one flat record, so that a search can vary them and a recipe can hold them.</summary>
public sealed record ModelSettings
{
    /// <summary>Weight C of the data against the L2 penalty of the logistic regression, as in scikit-learn.</summary>
    public double LogisticC { get; init; } = 1;

    /// <summary>Weight C of the data against the L1 penalty of the logistic regression.</summary>
    public double LassoC { get; init; } = 0.1;

    /// <summary>The strength of the ridge penalty of the linear regression.</summary>
    public double Ridge { get; init; } = 10;

    /// <summary>How many neighbours are asked.</summary>
    public int Neighbours { get; init; } = 15;

    /// <summary>The price of a customer on the wrong side of the border.</summary>
    public double SupportVectorC { get; init; } = 1;

    /// <summary>How quickly likeness fades; null for 1 / (columns x variance).</summary>
    public double? SupportVectorGamma { get; init; }

    /// <summary>The deepest one tree may grow; 5 is the deepest that can still be read when drawn.</summary>
    public int TreeMaxDepth { get; init; } = 5;

    /// <summary>The fewest customers a leaf of the one tree may speak for; null: one in a hundred of those learned from.</summary>
    public int? TreeMinSamplesLeaf { get; init; }

    /// <summary>How strongly the one tree is pruned: a branch must lower the impurity by this share of the whole for each leaf.</summary>
    public double TreePruning { get; init; } = 0.001;

    public int ForestTrees { get; init; } = 100;

    public int ForestMinSamplesLeaf { get; init; } = 5;

    public int? ForestMaxDepth { get; init; }

    /// <summary>The share of customers each tree of the forest draws.</summary>
    public double ForestRowShare { get; init; } = 0.5;

    /// <summary>Columns tried at each split; null for the usual number.</summary>
    public int? ForestFeaturesPerSplit { get; init; }

    public int BoostingTrees { get; init; } = 200;

    public int BoostingDepth { get; init; } = 3;

    public double BoostingRate { get; init; } = 0.03;

    public double BoostingRowShare { get; init; } = 0.8;

    public double BoostingColumnShare { get; init; } = 1;

    public double BoostingL2 { get; init; } = 1;

    public double BoostingMinChildWeight { get; init; } = 1;

    /// <summary>Between 1 (counts) and 2 (amounts).</summary>
    public double TweediePower { get; init; } = 1.5;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range; the message says which and what is allowed.</exception>
    public void Validate()
    {
        Require(LogisticC > 0 && double.IsFinite(LogisticC), nameof(LogisticC), LogisticC, "The weight C of the logistic regression must be a positive number.");
        Require(LassoC > 0 && double.IsFinite(LassoC), nameof(LassoC), LassoC, "The weight C of the logistic regression with L1 penalty must be a positive number.");
        Require(Ridge >= 0 && double.IsFinite(Ridge), nameof(Ridge), Ridge, "The ridge penalty must be 0 or more.");
        Require(Neighbours is >= 1 and <= 1000, nameof(Neighbours), Neighbours, "The number of neighbours must be 1 to 1000.");
        Require(SupportVectorC > 0 && double.IsFinite(SupportVectorC), nameof(SupportVectorC), SupportVectorC, "The price C of the support vectors must be a positive number.");
        Require(SupportVectorGamma is null || (SupportVectorGamma > 0 && double.IsFinite(SupportVectorGamma.Value)), nameof(SupportVectorGamma), SupportVectorGamma, "Gamma must be a positive number, or empty.");
        Require(TreeMaxDepth is >= 1 and <= 30, nameof(TreeMaxDepth), TreeMaxDepth, "The depth of the tree must be 1 to 30.");
        Require(TreeMinSamplesLeaf is null or >= 1, nameof(TreeMinSamplesLeaf), TreeMinSamplesLeaf, "A leaf of the tree needs at least one customer.");
        Require(TreePruning is >= 0 and < 1, nameof(TreePruning), TreePruning, "The strength of pruning must be at least 0 and below 1.");
        Require(ForestTrees is >= 1 and <= 5000, nameof(ForestTrees), ForestTrees, "A forest has 1 to 5000 trees.");
        Require(ForestMinSamplesLeaf >= 1, nameof(ForestMinSamplesLeaf), ForestMinSamplesLeaf, "A leaf of the forest needs at least one customer.");
        Require(ForestMaxDepth is null or (>= 1 and <= 60), nameof(ForestMaxDepth), ForestMaxDepth, "The depth of the forest's trees must be 1 to 60, or empty.");
        Require(ForestRowShare is > 0 and <= 1, nameof(ForestRowShare), ForestRowShare, "The share of rows of the forest must be above 0 and at most 1.");
        Require(ForestFeaturesPerSplit is null or >= 1, nameof(ForestFeaturesPerSplit), ForestFeaturesPerSplit, "At least one column must be tried at each split.");
        Require(BoostingTrees is >= 1 and <= 5000, nameof(BoostingTrees), BoostingTrees, "Boosting needs 1 to 5000 trees.");
        Require(BoostingDepth is >= 1 and <= 12, nameof(BoostingDepth), BoostingDepth, "The depth of boosted trees must be 1 to 12.");
        Require(BoostingRate is > 0 and <= 1, nameof(BoostingRate), BoostingRate, "The learning rate of boosting must be above 0 and at most 1.");
        Require(BoostingRowShare is > 0 and <= 1, nameof(BoostingRowShare), BoostingRowShare, "The share of rows of boosting must be above 0 and at most 1.");
        Require(BoostingColumnShare is > 0 and <= 1, nameof(BoostingColumnShare), BoostingColumnShare, "The share of columns of boosting must be above 0 and at most 1.");
        Require(BoostingL2 >= 0 && double.IsFinite(BoostingL2), nameof(BoostingL2), BoostingL2, "The L2 penalty of boosting must be 0 or more.");
        Require(BoostingMinChildWeight >= 0 && double.IsFinite(BoostingMinChildWeight), nameof(BoostingMinChildWeight), BoostingMinChildWeight, "The least weight of a leaf must be 0 or more.");
        Require(TweediePower is > 1 and < 2, nameof(TweediePower), TweediePower, "Tweedie's power must lie between 1 and 2.");
    }

    private static void Require(bool holds, string name, object? value, string message)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, message);
        }
    }
}
