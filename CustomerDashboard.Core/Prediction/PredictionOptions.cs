using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Prediction.Models;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Core.Prediction;

/// <summary>What to predict, with which models, and how to judge them.</summary>
public sealed record PredictionOptions
{
    /// <summary>The questions asked, as ids of <see cref="QuestionIds"/>; null: all that the file can answer.</summary>
    public IReadOnlyList<string>? Questions { get; init; }

    /// <summary>The models compared; null: all that suit the question and the number of customers. Baselines always take part.</summary>
    public IReadOnlyList<ModelKind>? Models { get; init; }

    /// <summary>The settings of the models.</summary>
    public ModelSettings Settings { get; init; } = new();

    /// <summary>How a rare class is made to count, inside each training fold.</summary>
    public ResamplingMethod Resampling { get; init; } = ResamplingMethod.None;

    /// <summary>Whether probabilities are corrected, inside each training fold.</summary>
    public ProbabilityCalibration Calibration { get; init; } = ProbabilityCalibration.None;

    /// <summary>How many cut-offs the leading model is tested at, each one outcome window before the next; 1 or less for the forward test only.</summary>
    public int RollingOrigins { get; init; } = 4;

    /// <summary>The share of customers, by spend, that counts as high spenders.</summary>
    public double HighSpenderShare { get; init; } = 0.2;

    /// <summary>The spend from which a customer counts as a high spender; null: the share decides.</summary>
    public double? HighSpenderAmount { get; init; }

    /// <summary>For newcomers: the days after the first purchase that are foretold.</summary>
    public int FirstPurchaseDays { get; init; } = 365;

    /// <summary>For newcomers: customers first seen in so many days after the file begins are left out, since they may have bought before.</summary>
    public int FirstPurchaseBlindDays { get; init; } = 90;

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
    public double LogisticC
    {
        get => Settings.LogisticC;
        init => Settings = Settings with { LogisticC = value };
    }

    /// <summary>The deepest a decision tree may grow; 5 is the deepest that can still be read when drawn.</summary>
    public int TreeMaxDepth
    {
        get => Settings.TreeMaxDepth;
        init => Settings = Settings with { TreeMaxDepth = value };
    }

    /// <summary>The fewest customers a leaf of a tree may speak for; null: one in a hundred of those learned from.</summary>
    public int? TreeMinSamplesLeaf
    {
        get => Settings.TreeMinSamplesLeaf;
        init => Settings = Settings with { TreeMinSamplesLeaf = value };
    }

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
        ArgumentNullException.ThrowIfNull(Settings);
        Settings.Validate();
        foreach (string question in Questions ?? [])
        {
            if (!QuestionIds.IsKnown(question))
            {
                throw new ArgumentException($"There is no question '{question}'. The questions are: {string.Join(", ", QuestionIds.All)}, and {QuestionIds.ColumnPrefix}NAME for a column of the file.", nameof(Questions));
            }
        }

        foreach (ModelKind model in Models ?? [])
        {
            InRange(Enum.IsDefined(model), nameof(Models), model, "This model is not known");
        }

        InRange(Enum.IsDefined(Resampling), nameof(Resampling), Resampling, "This way of evening out classes is not known");
        InRange(Enum.IsDefined(Calibration), nameof(Calibration), Calibration, "This calibration is not known");
        InRange(RollingOrigins is >= 0 and <= 24, nameof(RollingOrigins), RollingOrigins, "The number of cut-offs must be 0 to 24");
        InRange(HighSpenderShare is > 0 and < 1, nameof(HighSpenderShare), HighSpenderShare, "The share of high spenders must lie between 0 and 1");
        InRange(HighSpenderAmount is null || double.IsFinite(HighSpenderAmount.Value), nameof(HighSpenderAmount), HighSpenderAmount, "The spend of a high spender must be a number, or empty");
        InRange(FirstPurchaseDays is >= 1 and <= 3650, nameof(FirstPurchaseDays), FirstPurchaseDays, "The days after a first purchase must be 1 to 3650");
        InRange(FirstPurchaseBlindDays is >= 0 and <= 3650, nameof(FirstPurchaseBlindDays), FirstPurchaseBlindDays, "The days without newcomers at the beginning of the file must be 0 to 3650");
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
