namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>
/// Minimal cost-complexity pruning: again and again the split whose branch lowers the impurity least for each leaf it costs (the
/// weakest link) is taken back. Breiman, Friedman, Olshen, Stone, "Classification and Regression Trees", 1984, chapter 3.
/// Costs O(nodes x depth x log nodes).
/// </summary>
internal sealed class CostComplexityPruning
{
    private readonly TreeNode[] _nodes;
    private readonly double[] _branchCosts;
    private readonly int[] _branchLeaves;
    private readonly bool[] _cut;
    private readonly PriorityQueue<int, (double Link, int Position)> _links = new();

    private CostComplexityPruning(DecisionTree tree)
    {
        _nodes = tree.Span.ToArray();
        _branchCosts = new double[_nodes.Length];
        _branchLeaves = new int[_nodes.Length];
        _cut = new bool[_nodes.Length];

        // Children come after their parent, so going backwards every branch is known before the node above it.
        for (int position = _nodes.Length - 1; position >= 0; position--)
        {
            Summarise(position);
            if (!_nodes[position].IsLeaf)
            {
                _links.Enqueue(position, (Link(position), position));
            }
        }
    }

    public static IReadOnlyList<PruningStep> Path(DecisionTree tree)
    {
        var pruning = new CostComplexityPruning(tree);
        var steps = new List<PruningStep> { new(0, tree.LeafCount, pruning._branchCosts[0]) };
        double reached = 0;
        while (pruning.TakeWeakest(double.PositiveInfinity) is { } link)
        {
            // Rounding may put a link a little below the one before it; strengths only grow.
            bool further = link > reached * (1 + 1e-12);
            reached = Math.Max(reached, link);
            var step = new PruningStep(reached, pruning._branchLeaves[0], pruning._branchCosts[0]);
            if (further)
            {
                steps.Add(step);
            }
            else
            {
                steps[^1] = step;
            }
        }

        return steps;
    }

    public static DecisionTree Prune(DecisionTree tree, double strength)
    {
        if (!(strength >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(strength), strength, "The strength of pruning cannot be negative.");
        }

        var pruning = new CostComplexityPruning(tree);
        while (pruning.TakeWeakest(strength) is not null)
        {
        }

        return new DecisionTree(pruning.Remaining(), tree.FeatureCount);
    }

    /// <summary>Prunes the weakest link if it is no stronger than the strength given, and tells how strong it was.</summary>
    private double? TakeWeakest(double strength)
    {
        while (_links.TryPeek(out int position, out (double Link, int Position) entry))
        {
            bool current = !_cut[position] && !_nodes[position].IsLeaf && entry.Link == Link(position);
            if (current && entry.Link > strength)
            {
                return null;
            }

            _links.Dequeue();
            if (current)
            {
                Cut(position);
                return entry.Link;
            }
        }

        return null;
    }

    private void Cut(int position)
    {
        var below = new Stack<int>([_nodes[position].Left, _nodes[position].Right]);
        while (below.TryPop(out int node))
        {
            if (_cut[node])
            {
                continue;
            }

            _cut[node] = true;
            if (!_nodes[node].IsLeaf)
            {
                below.Push(_nodes[node].Left);
                below.Push(_nodes[node].Right);
            }
        }

        _nodes[position] = _nodes[position] with { Left = -1, Right = -1, Feature = -1, Threshold = double.NaN };
        for (int node = position; node >= 0; node = _nodes[node].Parent)
        {
            Summarise(node);
            if (node != position)
            {
                _links.Enqueue(node, (Link(node), node));
            }
        }
    }

    private void Summarise(int position)
    {
        TreeNode node = _nodes[position];
        _branchCosts[position] = node.IsLeaf ? Cost(node) : _branchCosts[node.Left] + _branchCosts[node.Right];
        _branchLeaves[position] = node.IsLeaf ? 1 : _branchLeaves[node.Left] + _branchLeaves[node.Right];
    }

    private double Cost(in TreeNode node) => node.Weight * node.Impurity / _nodes[0].Weight;

    private double Link(int position) => (Cost(_nodes[position]) - _branchCosts[position]) / (_branchLeaves[position] - 1);

    private TreeNode[] Remaining()
    {
        var places = new int[_nodes.Length + 1];
        int kept = 0;
        for (int position = 0; position < _nodes.Length; position++)
        {
            places[position] = _cut[position] ? -1 : kept++;
        }

        int Place(int position) => position < 0 ? -1 : places[position];
        var remaining = new TreeNode[kept];
        for (int position = 0; position < _nodes.Length; position++)
        {
            if (!_cut[position])
            {
                TreeNode node = _nodes[position];
                remaining[places[position]] =
                    node with { Parent = Place(node.Parent), Left = Place(node.Left), Right = Place(node.Right) };
            }
        }

        return remaining;
    }
}
