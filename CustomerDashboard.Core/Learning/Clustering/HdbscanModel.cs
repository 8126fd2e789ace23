using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Clusters of varying density of n points in d dimensions, the largest first, and the points in none of them.</summary>
public sealed class HdbscanModel : IPredictingClusterModel
{
    private readonly DensityMembership _membership;

    internal HdbscanModel(
        DensityMembership membership, int[] labels, int[] sizes, double[] probabilities, double[] outlierScores, CondensedCluster[] tree)
    {
        _membership = membership;
        Labels = labels;
        Sizes = sizes;
        Probabilities = probabilities;
        OutlierScores = outlierScores;
        Tree = tree;
        Stabilities = new double[sizes.Length];
        NoiseCount = labels.Length;
        foreach (int size in sizes)
        {
            NoiseCount -= size;
        }

        foreach (CondensedCluster cluster in tree)
        {
            if (cluster.Label >= 0)
            {
                Stabilities[cluster.Label] = cluster.Stability;
            }
        }
    }

    /// <inheritdoc />
    public int[] Labels { get; }

    /// <inheritdoc />
    public int[] Sizes { get; }

    /// <summary>How firmly each point belongs to its cluster: 1 in its densest part, towards 0 at its rim, 0 for noise.</summary>
    public double[] Probabilities { get; }

    /// <summary>
    /// How far each point stands out from the densest place near it, from 0 to 1 (GLOSH; Campello et al., 2015).
    /// </summary>
    public double[] OutlierScores { get; }

    /// <summary>The stability of each cluster: the greater, the longer it holds together as the demanded density rises.</summary>
    public double[] Stabilities { get; }

    /// <summary>All clusters that appear as the demanded density rises, each after the one it split from.</summary>
    public IReadOnlyList<CondensedCluster> Tree { get; }

    /// <summary>How many points are in no cluster.</summary>
    public int NoiseCount { get; }

    /// <summary>
    /// The cluster of each new point (m x d), or -1: the cluster that its nearest fitted point, by mutual reachability, is in at
    /// the density of the new point. An approximation, because the new points do not change the tree.
    /// </summary>
    /// <exception cref="ArgumentException">The number of columns differs, or a value is NaN or infinite.</exception>
    public int[] Predict(Matrix points) => _membership.Find(points).Labels;

    /// <summary>As <see cref="Predict"/>, with how firmly each new point belongs to its cluster.</summary>
    /// <exception cref="ArgumentException">The number of columns differs, or a value is NaN or infinite.</exception>
    public (int[] Labels, double[] Probabilities) PredictMembership(Matrix points) => _membership.Find(points);
}
