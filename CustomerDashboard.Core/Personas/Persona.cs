namespace CustomerDashboard.Core.Personas;

/// <summary>One segment as a manager meets it.</summary>
public sealed record Persona
{
    /// <summary>The segment of the solution this persona describes.</summary>
    public required int SegmentId { get; init; }

    /// <summary>The segment's colour.</summary>
    public required int ColourSlot { get; init; }

    /// <summary>The name to show: <see cref="GivenName"/> where a person gave one, else <see cref="EvidenceName"/>. Unique in its set.</summary>
    public string Name => GivenName ?? EvidenceName;

    /// <summary>The name the evidence gives; unique in its set.</summary>
    public required string EvidenceName { get; init; }

    /// <summary>The name a person gave, or null.</summary>
    public string? GivenName { get; init; }

    /// <summary>The archetype behind the name and the actions ("Champions", "AtRisk", ...).</summary>
    public required string Archetype { get; init; }

    /// <summary>Why this name, in one sentence with the numbers.</summary>
    public required string NameReason { get; init; }

    /// <summary>The persona in one sentence: size, share of customers and of revenue.</summary>
    public required string Summary { get; init; }

    public required int Size { get; init; }

    public required double CustomerShare { get; init; }

    public required double? Revenue { get; init; }

    public required double? RevenueShare { get; init; }

    /// <summary>What sets the segment apart, the strongest first.</summary>
    public required IReadOnlyList<PersonaEvidence> Evidence { get; init; }

    /// <summary>The typical order; null without transactions.</summary>
    public TypicalBasket? Basket { get; init; }

    /// <summary>
    /// The products that bring most of the segment's revenue, among those that more than a few of its customers bought;
    /// postage and fees are left out. Empty without products.
    /// </summary>
    public IReadOnlyList<PersonaProduct> TopProducts { get; init; } = [];

    /// <summary>
    /// The products found in this segment's orders more often than in all orders (lift of 1.2 or more), those first that stand
    /// out most (order share x log of the lift). Empty without products or where none does.
    /// </summary>
    public IReadOnlyList<PersonaProduct> DistinctiveProducts { get; init; } = [];

    /// <summary>When the segment orders; null without transactions.</summary>
    public OrderTimes? Times { get; init; }

    /// <summary>Where the segment's customers are, the largest share first; empty without countries.</summary>
    public IReadOnlyList<PersonaCountry> Countries { get; init; } = [];

    /// <summary>The typical customer.</summary>
    public required ExampleCustomer Example { get; init; }

    /// <summary>Three things to do, each with a goal that can be measured.</summary>
    public required IReadOnlyList<MarketingAction> Actions { get; init; }
}
