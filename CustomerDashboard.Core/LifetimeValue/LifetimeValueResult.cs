namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>How many purchases and how much money each customer is still good for, and how far that can be trusted.</summary>
public sealed record LifetimeValueResult
{
    public required LifetimeValueOptions Options { get; init; }

    /// <summary>Why there is nothing, in words with what would help; null when there is. When set, all else is empty or null.</summary>
    public string? Unavailable { get; init; }

    /// <summary>The last day the models know; they foretell what comes after it.</summary>
    public DateOnly End { get; init; }

    /// <summary>Both models of buying, fitted on everything.</summary>
    public IReadOnlyList<IPurchaseModel> Models { get; init; } = [];

    /// <summary>The one the customers' figures come from.</summary>
    public IPurchaseModel? Chosen { get; init; }

    /// <summary>Why it was chosen, one sentence.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The model of amounts, or null where the data cannot tell; <see cref="Notes"/> then says so.</summary>
    public GammaGammaModel? Spending { get; init; }

    /// <summary>The contest on the days held out; null where the file is too short for one.</summary>
    public HoldoutRace? Race { get; init; }

    /// <summary>How expectations and the chance of being alive depend on a customer's history; null without a model.</summary>
    public HistoryGrid? Grid { get; init; }

    /// <summary>One row per customer who bought, in the order of the cleaned file's customers.</summary>
    public IReadOnlyList<CustomerLifetime> Customers { get; init; } = [];

    /// <summary>What a reader of the figures should know, one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
