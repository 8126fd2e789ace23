using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Prediction.Models;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Core.Prediction.Saving;

/// <summary>What a saved model says of itself; it stands at the head of the file as JSON that a person can read.</summary>
public sealed record SavedModelInfo
{
    /// <summary>The question it answers.</summary>
    public required PredictionQuestion Question { get; init; }

    public required ModelKind Model { get; init; }

    public required string ModelName { get; init; }

    /// <summary>Its settings in words.</summary>
    public string Settings { get; init; } = "";

    /// <summary>The features it reads, in order.</summary>
    public required IReadOnlyList<FeatureDefinition> Features { get; init; }

    /// <summary>The file it learned from.</summary>
    public required string DataFile { get; init; }

    /// <summary>SHA-256 of that file.</summary>
    public required string DataSha256 { get; init; }

    /// <summary>Customers it learned from.</summary>
    public required int LearnedFrom { get; init; }

    /// <summary>The windows it learned on; null where time plays no part.</summary>
    public PredictionWindows? Windows { get; init; }

    /// <summary>The options it was learned with.</summary>
    public required PredictionOptions Options { get; init; }

    /// <summary>How good it was, by every view there was.</summary>
    public IReadOnlyList<SavedMetric> Metrics { get; init; } = [];

    /// <summary>When it was saved.</summary>
    public required DateTime SavedAt { get; init; }

    /// <summary>The recipe of the whole analysis as JSON; its cleaning rules apply to files scored with the model.</summary>
    public string Recipe { get; init; } = "";
}
