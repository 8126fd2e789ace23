using CustomerDashboard.Core.Learning.ModelSelection;

namespace CustomerDashboard.Core.Prediction.Judging;

/// <summary>What one test said of a model: <see cref="BinaryJudgement"/>, <see cref="MulticlassJudgement"/> or <see cref="RegressionJudgement"/>.</summary>
public abstract record ModelJudgement
{
    /// <summary>Customers tested.</summary>
    public required int Customers { get; init; }

    /// <summary>Customers learned from; for a cross-validation those of one fold.</summary>
    public required int TrainedOn { get; init; }

    /// <summary>For a cross-validation the headline figure over its folds, else null.</summary>
    public FoldSummary? Folds { get; init; }

    /// <summary>The figure models are ranked by: ROC-AUC, accuracy over classes (balanced), or mean absolute error.</summary>
    public abstract JudgedValue Headline { get; }

    /// <summary>What the headline is called ("ROC-AUC").</summary>
    public abstract string HeadlineName { get; }

    /// <summary>False for errors.</summary>
    public abstract bool HigherIsBetter { get; }
}
