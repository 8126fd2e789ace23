using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>The tree of n points, to be cut as often as wanted.</summary>
public sealed class AgglomerativeModel
{
    private readonly Matrix _points;
    private readonly Matrix _leaves;
    private readonly int[] _leafOfPoint;

    internal AgglomerativeModel(Linkage linkage, Dendrogram tree, Matrix points, Matrix leaves, int[] leafOfPoint)
    {
        Linkage = linkage;
        Tree = tree;
        _points = points;
        _leaves = leaves;
        _leafOfPoint = leafOfPoint;
    }

    /// <summary>What the distance between two clusters was.</summary>
    public Linkage Linkage { get; }

    /// <summary>The tree; its leaves are the points, or the centres they were grouped into first.</summary>
    public Dendrogram Tree { get; }

    /// <summary>Whether the points were grouped into centres first, because they were too many.</summary>
    public bool IsPreclustered => !ReferenceEquals(_points, _leaves);

    /// <summary>The leaf of each point: the point itself, or its centre.</summary>
    public IReadOnlyList<int> LeafOfPoint => _leafOfPoint;

    /// <summary>The clusters when the tree is cut into so many branches. Costs O(n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many leaves, or the number is not positive.</exception>
    public AgglomerativeClusters Cut(int clusters) => Clusters(Tree.Cut(clusters));

    /// <summary>The clusters when all branches above a height are cut. Costs O(n).</summary>
    public AgglomerativeClusters CutAt(double height) => Clusters(Tree.CutAt(height));

    /// <summary>
    /// How faithfully the tree keeps the distances: Pearson's correlation, over all pairs of points, of their distance and the height
    /// at which they are joined (R. R. Sokal, F. J. Rohlf, "The comparison of dendrograms by objective methods", 1962). From -1 to 1,
    /// NaN when all distances or all heights are the same. With points grouped first it is that of the centres, each pair weighing
    /// as many pairs of points. Costs O(n^2 d) time and O(n) memory.
    /// </summary>
    public double CopheneticCorrelation(int? degreeOfParallelism = null, CancellationToken cancellationToken = default) =>
        Clustering.CopheneticCorrelation.Score(Tree, _leaves, degreeOfParallelism, cancellationToken);

    private AgglomerativeClusters Clusters(int[] leafLabels) => new(Linkage, _points, _leaves, Tree.LeafSizes, leafLabels, _leafOfPoint);
}
