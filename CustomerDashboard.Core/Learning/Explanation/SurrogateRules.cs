using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Explanation;

/// <summary>
/// Finds for each cluster the shortest rule on the columns that reproduces it: decision trees of growing depth tell the cluster from the
/// rest (a surrogate in the sense of M. Craven and J. Shavlik, 1996), their best leaves become rules, conditions that do not help are
/// dropped, and bounds are rounded as far as no point changes sides. Costs O(k d n log n) for k clusters, n points, d columns.
/// </summary>
public static class SurrogateRules
{
    /// <summary>Explains all clusters.</summary>
    /// <param name="points">The points in units a person reads (n x d), usually not scaled.</param>
    /// <param name="labels">The cluster of each point, from 0; -1 belongs to none.</param>
    /// <param name="options">How long rules may be.</param>
    /// <param name="cancellationToken">Checked before each tree.</param>
    /// <returns>One rule per cluster that has points, by label.</returns>
    /// <exception cref="ArgumentException">The labels do not fit the points, or a value is NaN or infinite.</exception>
    public static IReadOnlyList<ClusterRule> Explain(
        Matrix points, int[] labels, SurrogateRuleOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(labels);
        options ??= new SurrogateRuleOptions();
        options.Validate();
        MatrixGuard.RequireFinite(points, parameterName: nameof(points));
        if (labels.Length != points.Rows)
        {
            throw new ArgumentException($"There are {points.Rows} points but {labels.Length} labels.", nameof(labels));
        }

        int clusters = labels.Length == 0 ? 0 : labels.Max() + 1;
        var rules = new ClusterRule?[clusters];
        ParallelWork.Run(
            clusters,
            null,
            cluster =>
            {
                var search = new RuleSearch(points, labels, cluster, options);
                rules[cluster] = search.Size == 0 ? null : search.Run(cancellationToken);
            },
            cancellationToken);
        return [.. rules.OfType<ClusterRule>()];
    }

    /// <summary>The share of points for which the first rule that holds, the most precise first, is that of their own cluster.</summary>
    public static double Fidelity(IReadOnlyList<ClusterRule> rules, Matrix points, int[] labels)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(labels);
        ClusterRule[] ordered = [.. rules.OrderByDescending(rule => rule.Precision).ThenBy(rule => rule.Cluster)];
        int right = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            int told = -1;
            for (int i = 0; i < ordered.Length && told < 0; i++)
            {
                told = ordered[i].Holds(points.Row(row)) ? ordered[i].Cluster : -1;
            }

            right += told == labels[row] ? 1 : 0;
        }

        return labels.Length == 0 ? double.NaN : (double)right / labels.Length;
    }
}
