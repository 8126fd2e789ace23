namespace CustomerDashboard.Core.Learning.Explanation;

/// <summary>A rule that stands in for one cluster.</summary>
/// <param name="Cluster">The cluster.</param>
/// <param name="Alternatives">The rule holds where all conditions of one of these hold; usually there is one.</param>
/// <param name="Covered">How many points the rule holds for.</param>
/// <param name="Precision">Of those, the share that is in the cluster.</param>
/// <param name="Recall">Of the cluster's points, the share the rule holds for.</param>
public sealed record ClusterRule(
    int Cluster, IReadOnlyList<IReadOnlyList<RuleCondition>> Alternatives, int Covered, double Precision, double Recall)
{
    /// <summary>The harmonic mean of precision and recall.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>The number of conditions in all alternatives.</summary>
    public int Length => Alternatives.Sum(conditions => conditions.Count);

    /// <summary>Whether the rule holds for a point.</summary>
    public bool Holds(ReadOnlySpan<double> point)
    {
        foreach (IReadOnlyList<RuleCondition> conditions in Alternatives)
        {
            bool all = true;
            foreach (RuleCondition condition in conditions)
            {
                all &= condition.Holds(point[condition.Column]);
            }

            if (all)
            {
                return true;
            }
        }

        return false;
    }
}
