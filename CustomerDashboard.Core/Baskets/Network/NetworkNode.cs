namespace CustomerDashboard.Core.Baskets.Network;

/// <summary>A product, or a customer, in the network.</summary>
public sealed record NetworkNode
{
    /// <summary>The product or customer, as numbered in the cleaned lines.</summary>
    public required int Item { get; init; }

    public required string Code { get; init; }

    /// <summary>The most frequent description of a product; the id of a customer.</summary>
    public required string Name { get; init; }

    /// <summary>In how many baskets the product is; how many products the customer has bought.</summary>
    public required int Occurrences { get; init; }

    /// <summary>The number of links.</summary>
    public required int Degree { get; init; }

    /// <summary>The share of all other nodes it is linked with.</summary>
    public required double DegreeCentrality { get; init; }

    /// <summary>The sum over its links of how often both are together.</summary>
    public required double Strength { get; init; }

    /// <summary>The share of the pairs of other nodes whose shortest way runs through it.</summary>
    public required double Betweenness { get; init; }

    /// <summary>How far its neighbours are themselves well linked (eigenvector centrality, length 1).</summary>
    public required double Eigenvector { get; init; }

    /// <summary>PageRank by strength of links; adds up to 1.</summary>
    public required double PageRank { get; init; }

    /// <summary>The share of the pairs of its neighbours that are linked.</summary>
    public required double Clustering { get; init; }

    /// <summary>The connected part it is in; 0 is the largest.</summary>
    public required int Component { get; init; }

    /// <summary>Its community, an index into <see cref="LinkNetwork.Communities"/>.</summary>
    public required int Community { get; init; }

    /// <summary>Where it is drawn, 0 to 1; NaN when it is left out of the drawing.</summary>
    public required float X { get; init; }

    /// <summary>Where it is drawn, 0 to 1; NaN when it is left out of the drawing.</summary>
    public required float Y { get; init; }
}
