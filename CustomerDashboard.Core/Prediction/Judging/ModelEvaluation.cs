using CustomerDashboard.Core.Prediction.Models;

namespace CustomerDashboard.Core.Prediction.Judging;

/// <summary>One model (or baseline) judged three ways on one question.</summary>
public sealed record ModelEvaluation
{
    public required ModelKind Model { get; init; }

    /// <summary>The kind's name, as in summaries and links ("RandomForest").</summary>
    public string Id => Model.ToString();

    /// <summary>The name to show ("Random forest").</summary>
    public required string Name { get; init; }

    public required bool IsBaseline { get; init; }

    /// <summary>One plain sentence: what it does.</summary>
    public required string Description { get; init; }

    /// <summary>Its settings in words ("300 trees, at least 5 customers a leaf"); empty for baselines.</summary>
    public string Settings { get; init; } = "";

    /// <summary>How long learning from all customers (or the hold-out's training part) took.</summary>
    public double FitSeconds { get; init; }

    /// <summary>Why it could not be fitted, in words; then all judgements are null.</summary>
    public string? Failure { get; init; }

    /// <summary>Learned one period earlier, tested at the cut-off: what a business gets. Null when the file is too short.</summary>
    public ModelJudgement? Forward { get; init; }

    /// <summary>Learned on most customers, tested on customers held out at the same cut-off.</summary>
    public ModelJudgement? HoldOut { get; init; }

    /// <summary>Each customer foretold by a model that learned from the other folds. Null when a fold could not hold every class.</summary>
    public ModelJudgement? CrossValidation { get; init; }

    /// <summary>Against the best baseline; null for baselines.</summary>
    public ModelGrade? Grade { get; init; }

    /// <summary>The view to lead with: forward, else cross-validation, else hold-out.</summary>
    public ModelJudgement? Leading => Forward ?? CrossValidation ?? HoldOut;
}
