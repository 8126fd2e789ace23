using CustomerDashboard.Core.Prediction.Models;

namespace CustomerDashboard.Core.Prediction.Searching;

/// <summary>How long and where to look for better settings.</summary>
public sealed record SearchOptions
{
    /// <summary>How many settings are tried; the first of each model are those it has now.</summary>
    public int Trials { get; init; } = 40;

    /// <summary>When to stop though trials are left; null for never.</summary>
    public TimeSpan? TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Folds inside the training rows that settings are compared on.</summary>
    public int InnerFolds { get; init; } = 3;

    /// <summary>The models whose settings are searched; null: those compared in the task that have settings.</summary>
    public IReadOnlyList<ModelKind>? Models { get; init; }

    /// <summary>Seed of the draws: the same seed and number of trials try the same settings.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range; the message says which and what is allowed.</exception>
    public void Validate()
    {
        if (Trials is < 1 or > 10_000)
        {
            throw new ArgumentOutOfRangeException(nameof(Trials), Trials, "The number of settings to try must be 1 to 10,000.");
        }

        if (TimeLimit is { } limit && limit <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(TimeLimit), limit, "The time limit must be longer than nothing.");
        }

        if (InnerFolds is < 2 or > 20)
        {
            throw new ArgumentOutOfRangeException(nameof(InnerFolds), InnerFolds, "Settings are compared on 2 to 20 folds.");
        }
    }
}
