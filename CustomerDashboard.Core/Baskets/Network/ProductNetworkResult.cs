namespace CustomerDashboard.Core.Baskets.Network;

/// <summary>The product network, or why there is none.</summary>
public sealed record ProductNetworkResult
{
    public required ProductNetworkOptions Options { get; init; }

    /// <summary>Null when no network could be built: <see cref="Unavailable"/> says why.</summary>
    public LinkNetwork? Network { get; init; }

    /// <summary>Why there is no network and what to do, in words.</summary>
    public string? Unavailable { get; init; }

    /// <summary>How large the network would be for other numbers of baskets.</summary>
    public required LinkCounts Counts { get; init; }

    /// <summary>The number of baskets asked for, chosen or given.</summary>
    public required int MinimumBaskets { get; init; }

    /// <summary>The number of baskets that is chosen when none is given.</summary>
    public required int SuggestedBaskets { get; init; }

    /// <summary>How many baskets there are.</summary>
    public required int Baskets { get; init; }

    /// <summary>What a reader of the figures should know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
