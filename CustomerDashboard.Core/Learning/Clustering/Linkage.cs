using System.Diagnostics.CodeAnalysis;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>What the distance between two clusters of a tree is.</summary>
public enum Linkage
{
    /// <summary>
    /// The square root of twice the rise of the sum of squares when the two are joined: compact clusters of similar size
    /// (J. H. Ward, "Hierarchical grouping to optimize an objective function", 1963). Two single points: their distance.
    /// </summary>
    Ward,

    /// <summary>The distance of the two points, one of each, that are farthest apart: clusters of limited diameter.</summary>
    Complete,

    /// <summary>The mean distance of a point of one from a point of the other (UPGMA).</summary>
    Average,

    /// <summary>The distance of the two points, one of each, that are nearest: finds chains, and a bridge of a few points joins two groups.</summary>
    [SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "It is the field's name for this linkage.")]
    Single,
}
