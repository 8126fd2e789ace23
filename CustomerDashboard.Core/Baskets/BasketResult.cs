namespace CustomerDashboard.Core.Baskets;

/// <summary>What is bought together.</summary>
public sealed record BasketResult
{
    /// <summary>The options it was computed with.</summary>
    public required BasketOptions Options { get; init; }

    /// <summary>Why these data have no baskets to look at, and what to do; null when they have.</summary>
    public string? Unavailable { get; init; }

    /// <summary>Why the settings give no result although the data have baskets, and what to change; null when they do.</summary>
    public string? Refusal { get; init; }

    /// <summary>The baskets looked at, after the filters.</summary>
    public required BasketTable Table { get; init; }

    /// <summary>The least support used, chosen or asked for.</summary>
    public double MinSupport { get; init; }

    /// <summary>The baskets that support stands for.</summary>
    public int MinBaskets { get; init; }

    public ItemsetTable? Itemsets { get; init; }

    /// <summary>Which itemsets are closed and maximal.</summary>
    public ItemsetKinds? Kinds { get; init; }

    public RuleSet Rules { get; init; } = RuleSet.Empty;

    /// <summary>How many rules other settings would give.</summary>
    public RuleForecast? Forecast { get; init; }

    public IReadOnlyList<Bundle> Bundles { get; init; } = [];

    /// <summary>Products with more than one description.</summary>
    public IReadOnlyList<ProductDescriptions> Descriptions { get; init; } = [];

    /// <summary>When the later half of the baskets begins, which rules are checked in.</summary>
    public DateTime? LaterFrom { get; init; }

    /// <summary>Remarks that a reader of the figures should know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
