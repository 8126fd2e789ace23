using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Explanation;

/// <summary>The search for the rule of one cluster.</summary>
internal sealed class RuleSearch
{
    private const double SmallestLeafShare = 0.005;

    private readonly Matrix _points;
    private readonly bool[] _inside;
    private readonly int _cluster;
    private readonly SurrogateRuleOptions _options;

    public RuleSearch(Matrix points, int[] labels, int cluster, SurrogateRuleOptions options)
    {
        _points = points;
        _cluster = cluster;
        _options = options;
        _inside = new bool[labels.Length];
        for (int row = 0; row < labels.Length; row++)
        {
            _inside[row] = labels[row] == cluster;
            Size += _inside[row] ? 1 : 0;
        }
    }

    /// <summary>The number of points of the cluster.</summary>
    public int Size { get; }

    public ClusterRule Run(CancellationToken cancellationToken)
    {
        // Everything: the rule without conditions, for a cluster that has all points or that nothing tells apart.
        ClusterRule best = Judge([[]]);
        if (Size == _inside.Length)
        {
            return best;
        }

        var candidates = new List<ClusterRule>();
        for (int depth = 1; depth <= _options.MaxConditions + 1; depth++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            candidates.AddRange(OfDepth(depth, cancellationToken));
        }

        double most = candidates.Count == 0 ? 0 : candidates.Max(rule => rule.F1);
        ClusterRule chosen = candidates.Where(rule => rule.F1 >= most - _options.Tolerance)
            .OrderBy(rule => rule.Length).ThenByDescending(rule => rule.F1).FirstOrDefault(best);
        return Judge([.. chosen.Alternatives.Select(Rounded)]);
    }

    private IEnumerable<ClusterRule> OfDepth(int depth, CancellationToken cancellationToken)
    {
        var targets = new double[_inside.Length];
        for (int row = 0; row < targets.Length; row++)
        {
            targets[row] = _inside[row] ? 1 : 0;
        }

        int leaf = Math.Max(1, (int)(SmallestLeafShare * targets.Length));
        var treeOptions = new DecisionTreeOptions { MaxDepth = depth, MinSamplesLeaf = Math.Min(leaf, Math.Max(1, Size / 4)) };
        TreeNode[] nodes = TreeGrower.Grow(_points, targets, default, treeOptions, 2, null, cancellationToken).Span.ToArray();
        List<IReadOnlyList<RuleCondition>> paths = [.. Enumerable.Range(0, nodes.Length)
            .Where(i => nodes[i].IsLeaf && nodes[i].Value > 0 && nodes[i].Depth > 0)
            .OrderByDescending(i => nodes[i].Value * nodes[i].Count).ThenBy(i => i)
            .Take(8).Select(i => Path(nodes, i))];
        ClusterRule? rule = null;
        for (int alternatives = 1; alternatives <= _options.MaxAlternatives && paths.Count > 0; alternatives++)
        {
            ClusterRule longer = paths.Select(path => Shortened(rule, path)).MaxBy(candidate => candidate.F1)!;
            if (rule is not null && longer.F1 <= rule.F1 + _options.Tolerance)
            {
                yield break;
            }

            rule = longer;
            if (rule.Alternatives.All(conditions => conditions.Count <= _options.MaxConditions))
            {
                yield return rule;
            }
        }
    }

    /// <summary>The rule with one more alternative, without the conditions of it that do not help.</summary>
    private ClusterRule Shortened(ClusterRule? rule, IReadOnlyList<RuleCondition> path)
    {
        IReadOnlyList<RuleCondition>[] others = rule is null ? [] : [.. rule.Alternatives];
        ClusterRule current = Judge([.. others, path]);
        bool shorter = true;
        while (shorter && current.Alternatives[^1].Count > 1)
        {
            shorter = false;
            IReadOnlyList<RuleCondition> last = current.Alternatives[^1];
            for (int i = 0; i < last.Count && !shorter; i++)
            {
                ClusterRule without = Judge([.. others, [.. last.Where((_, position) => position != i)]]);
                if (without.F1 >= current.F1 - (_options.Tolerance / 6))
                {
                    current = without;
                    shorter = true;
                }
            }
        }

        return current;
    }

    /// <summary>The conditions from the root to a leaf, the bounds on one column merged.</summary>
    private static List<RuleCondition> Path(TreeNode[] nodes, int leaf)
    {
        var conditions = new List<RuleCondition>();
        for (int node = leaf; nodes[node].Parent >= 0; node = nodes[node].Parent)
        {
            TreeNode parent = nodes[nodes[node].Parent];
            bool below = parent.Left == node;
            int known = conditions.FindIndex(condition => condition.Column == parent.Feature);
            RuleCondition condition = known >= 0 ? conditions[known] : new RuleCondition(parent.Feature, null, null);
            // Going up, bounds get wider, so the first one met is the tightest.
            condition = below
                ? condition with { AtMost = condition.AtMost ?? parent.Threshold }
                : condition with { Above = condition.Above ?? parent.Threshold };
            if (known >= 0)
            {
                conditions[known] = condition;
            }
            else
            {
                conditions.Insert(0, condition);
            }
        }

        return conditions;
    }

    private IReadOnlyList<RuleCondition> Rounded(IReadOnlyList<RuleCondition> conditions) => [.. conditions.Select(condition => condition with
    {
        Above = condition.Above is { } above ? Rounded(condition.Column, above) : null,
        AtMost = condition.AtMost is { } most ? Rounded(condition.Column, most) : null,
    })];

    /// <summary>The roundest number that parts the column's values as the bound does.</summary>
    private double Rounded(int column, double bound)
    {
        double below = double.NegativeInfinity;
        double above = double.PositiveInfinity;
        for (int row = 0; row < _points.Rows; row++)
        {
            double value = _points[row, column];
            if (value <= bound)
            {
                below = Math.Max(below, value);
            }
            else
            {
                above = Math.Min(above, value);
            }
        }

        for (double step = Math.Pow(10, Math.Ceiling(Math.Log10(Math.Max(Math.Abs(bound), 1e-9)))); step > 1e-9; step /= 10)
        {
            foreach (double part in (ReadOnlySpan<double>)[1, 0.5])
            {
                double rounded = Math.Round(bound / (step * part)) * step * part;
                if (rounded >= below && rounded < above)
                {
                    // Written with the digits it has, without the dust of the division.
                    return Math.Round(rounded, 9);
                }
            }
        }

        return bound;
    }

    private ClusterRule Judge(IReadOnlyList<IReadOnlyList<RuleCondition>> alternatives)
    {
        var rule = new ClusterRule(_cluster, alternatives, 0, 0, 0);
        int covered = 0;
        int right = 0;
        for (int row = 0; row < _inside.Length; row++)
        {
            if (rule.Holds(_points.Row(row)))
            {
                covered++;
                right += _inside[row] ? 1 : 0;
            }
        }

        return rule with
        {
            Covered = covered,
            Precision = covered == 0 ? 0 : (double)right / covered,
            Recall = Size == 0 ? 0 : (double)right / Size,
        };
    }
}
