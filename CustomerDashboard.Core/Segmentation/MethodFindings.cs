using CustomerDashboard.Core.Learning.Clustering;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>What a method can show beyond its segments; null where it does not apply.</summary>
public sealed record MethodFindings
{
    /// <summary>The tree of hierarchical clustering; its leaves are the customers, or the small groups they were put into first.</summary>
    public Dendrogram? Tree { get; init; }

    /// <summary>How well the tree keeps the distances between customers (cophenetic correlation, up to 1).</summary>
    public double? CopheneticCorrelation { get; init; }

    /// <summary>The distance of each customer to its neighbours: the curve by which eps is set.</summary>
    public KDistanceCurve? NeighbourDistances { get; init; }

    /// <summary>The eps that was used by DBSCAN.</summary>
    public double? Epsilon { get; init; }

    /// <summary>The components of mixtures that became as narrow as the regularisation lets them, over every k; their columns are those of the prepared features.</summary>
    public IReadOnlyList<CollapsedComponent> Collapsed { get; init; } = [];

    /// <summary>What these components mean for the figures, and what to do: sentences that are among the notes too.</summary>
    public IReadOnlyList<string> CollapseNotes { get; init; } = [];

    /// <summary>The scores of RFM scoring.</summary>
    public RfmScores? Rfm { get; init; }
}
