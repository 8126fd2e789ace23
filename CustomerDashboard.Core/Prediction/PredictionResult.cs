using CustomerDashboard.Core.Features;

namespace CustomerDashboard.Core.Prediction;

/// <summary>Who buys again in the next N days, how much they will spend, and how far that can be trusted.</summary>
public sealed record PredictionResult
{
    public required PredictionOptions Options { get; init; }

    /// <summary>Why nothing at all could be predicted, or null. When set, the lists below are empty and the tasks null.</summary>
    public PredictionUnavailable? Unavailable { get; init; }

    /// <summary>The windows the models were judged on; null only when the file has no usable line.</summary>
    public PredictionWindows? Windows { get; init; }

    /// <summary>The windows of the training one period earlier (the forward test trains here), or null when the file is too short.</summary>
    public PredictionWindows? EarlierWindows { get; init; }

    /// <summary>The windows the customers are scored for: everything up to the last purchase, then the next N days.</summary>
    public PredictionWindows? ScoringWindows { get; init; }

    /// <summary>The features used, in the order of the models' inputs.</summary>
    public required IReadOnlyList<FeatureDefinition> Features { get; init; }

    /// <summary>One sentence per feature that the file cannot give, and why.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>Notes on the data the reader must know (orders reversed within a day, no forward test, ...).</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Every question asked, each with its models judged three ways; one that cannot be answered says why.</summary>
    public IReadOnlyList<TaskResult> Tasks { get; init; } = [];

    public RepeatPurchaseResult? Repeat { get; init; }

    public SpendResult? Spend { get; init; }

    /// <summary>One row per customer of the cleaned file, in the order of its CustomerIds.</summary>
    public required IReadOnlyList<CustomerPrediction> Customers { get; init; }

    /// <summary>The question of an id, or null when it was not asked.</summary>
    public TaskResult? Task(string questionId) => Tasks.FirstOrDefault(task => task.Question.Id == questionId);
}
