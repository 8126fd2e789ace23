using CustomerDashboard.Core.Learning.Trees;

namespace CustomerDashboard.Core.Prediction;

/// <summary>What to predict and how to judge it.</summary>
public sealed record PredictionOptions
{
    /// <summary>N: the days after the cut-off in which a purchase counts.</summary>
    public int HorizonDays { get; init; } = 90;

    /// <summary>The moment that divides what the models may see from what they must foretell; null: the last purchase minus N days.</summary>
    public DateTime? Cutoff { get; init; }

    /// <summary>How many days before the cut-off the features look back; null: the whole file.</summary>
    public int? ObservationDays { get; init; }

    /// <summary>The share of customers held out of training to test on.</summary>
    public double TestFraction { get; init; } = 0.2;

    /// <summary>Folds of the cross-validation.</summary>
    public int FoldCount { get; init; } = 5;

    /// <summary>Weight C of the data against the L2 penalty of the logistic regression, as in scikit-learn.</summary>
    public double LogisticC { get; init; } = 1.0;

    /// <summary>The deepest a decision tree may grow; 5 is the deepest that can still be read when drawn.</summary>
    public int TreeMaxDepth { get; init; } = 5;

    /// <summary>The fewest customers a leaf of a tree may speak for; null: one in a hundred of those learned from.</summary>
    public int? TreeMinSamplesLeaf { get; init; }

    /// <summary>The probability from which a customer is called a repeat buyer, until the person moves the slider.</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>What to do with orders that were cancelled in full soon after they were placed.</summary>
    public ReversedOrders ReversedOrders { get; init; } = ReversedOrders.LeaveOutOfSpendOutcome;

    public int Seed { get; init; } = 42;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range; the message says which and what is allowed.</exception>
    public void Validate()
    {
        InRange(HorizonDays is >= 1 and <= 3650, nameof(HorizonDays), HorizonDays, "The outcome window must be 1 to 3650 days");
        InRange(ObservationDays is null or >= 1, nameof(ObservationDays), ObservationDays, "The observation window must be at least one day, or empty for the whole file");
        InRange(TestFraction is > 0 and < 1, nameof(TestFraction), TestFraction, "The share of customers to test on must lie between 0 and 1");
        InRange(FoldCount is >= 2 and <= 20, nameof(FoldCount), FoldCount, "Cross-validation needs 2 to 20 folds");
        InRange(LogisticC > 0 && double.IsFinite(LogisticC), nameof(LogisticC), LogisticC, "The weight C of the logistic regression must be a positive number");
        InRange(TreeMaxDepth is >= 1 and <= 30, nameof(TreeMaxDepth), TreeMaxDepth, "The depth of the tree must be 1 to 30");
        InRange(TreeMinSamplesLeaf is null or >= 1, nameof(TreeMinSamplesLeaf), TreeMinSamplesLeaf, "A leaf of the tree needs at least one customer");
        InRange(Threshold is >= 0 and <= 1, nameof(Threshold), Threshold, "The threshold is a probability from 0 to 1");
        InRange(Enum.IsDefined(ReversedOrders), nameof(ReversedOrders), ReversedOrders, "This treatment of reversed orders is not known");
    }

    /// <summary>How trees grow on so many customers.</summary>
    internal DecisionTreeOptions TreeOptions(int customers) =>
        new() { MaxDepth = TreeMaxDepth, MinSamplesLeaf = TreeMinSamplesLeaf ?? Math.Max(1, customers / 100) };

    private static void InRange(bool holds, string name, object? value, string message)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, message + ".");
        }
    }
}
