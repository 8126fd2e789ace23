namespace CustomerDashboard.Core.Baskets.Network;

/// <summary>The network of customers, or why there is none.</summary>
public sealed record CustomerNetworkResult
{
    public required CustomerNetworkOptions Options { get; init; }

    /// <summary>Null when no network could be built: <see cref="Unavailable"/> says why.</summary>
    public LinkNetwork? Network { get; init; }

    /// <summary>Why there is no network and what to do, in words.</summary>
    public string? Unavailable { get; init; }

    /// <summary>How many customers have bought enough different products to be linked.</summary>
    public required int Customers { get; init; }

    /// <summary>How many of them were looked at.</summary>
    public required int Sampled { get; init; }

    /// <summary>The share of products in common asked for, chosen or given.</summary>
    public required double MinimumOverlap { get; init; }

    /// <summary>For each whole percent from 0 to 100 how many links there are when at least that much in common is asked for.</summary>
    public required IReadOnlyList<int> LinksByPercent { get; init; }

    /// <summary>What a reader of the figures should know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public bool IsSample => Sampled < Customers;
}
