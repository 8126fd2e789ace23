using System.Runtime.CompilerServices;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>
/// Grows a tree of least squared error. Every feature is sorted once; a split then divides each feature's order in two
/// without disturbing it, so no node sorts again.
/// </summary>
internal sealed class TreeGrower
{
    private readonly double[][] _columns;
    private readonly double[] _targets;
    private readonly double[]? _weights;
    private readonly int[][] _orders;
    private readonly int[] _rightRows;
    private readonly bool[] _goesLeft;
    private readonly DecisionTreeOptions _options;
    private readonly double _impurityScale;
    private readonly List<TreeNode> _nodes = [];

    private TreeGrower(Matrix points, double[] targets, double[]? weights, DecisionTreeOptions options, double impurityScale)
    {
        _targets = targets;
        _weights = weights;
        _options = options;
        _impurityScale = impurityScale;
        _columns = new double[points.Columns][];
        _orders = new int[points.Columns][];
        _rightRows = new int[points.Rows];
        _goesLeft = new bool[points.Rows];
        for (int feature = 0; feature < _columns.Length; feature++)
        {
            double[] column = points.Column(feature);
            _columns[feature] = column;
            _orders[feature] = OrderOf(column);
        }
    }

    /// <summary>
    /// Grows and prunes the tree; a node's impurity is its mean squared deviation x <paramref name="impurityScale"/>. Rows of weight 0
    /// are left out.
    /// </summary>
    public static DecisionTree Grow(
        Matrix points,
        double[] targets,
        ReadOnlySpan<double> weights,
        DecisionTreeOptions options,
        double impurityScale,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken)
    {
        double[]? rowWeights = weights.Length == 0 ? null : weights.ToArray();
        if (weights.Contains(0))
        {
            int[] counted = LearningData.CountedRows(points.Rows, weights);
            points = points.SelectRows(counted);
            targets = Array.ConvertAll(counted, row => targets[row]);
            rowWeights = Array.ConvertAll(counted, row => rowWeights![row]);
        }

        var grower = new TreeGrower(points, targets, rowWeights, options, impurityScale);
        grower.Grow(progress, cancellationToken);
        var tree = new DecisionTree([.. grower._nodes], points.Columns);
        return options.PruningStrength > 0 ? tree.Prune(options.PruningStrength) : tree;
    }

    private static int[] OrderOf(double[] column)
    {
        double[] keys = [.. column];
        var order = new int[column.Length];
        for (int row = 0; row < order.Length; row++)
        {
            order[row] = row;
        }

        Array.Sort(keys, order);

        // The sort may swap equal values; rows in ascending order among them make sums add up in one fixed order.
        for (int start = 0; start < keys.Length;)
        {
            int end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            Array.Sort(order, start, end - start);
            start = end;
        }

        return order;
    }

    private void Grow(IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        // An explicit stack: an unlimited tree over sorted data can be as deep as it has rows.
        var pending = new Stack<(int Start, int End, int Parent, int Depth, bool IsLeft)>();
        pending.Push((0, _targets.Length, -1, 0, false));
        int settled = 0;
        while (pending.TryPop(out var work))
        {
            cancellationToken.ThrowIfCancellationRequested();
            int position = _nodes.Count;
            if (work.Parent >= 0)
            {
                _nodes[work.Parent] = work.IsLeft
                    ? _nodes[work.Parent] with { Left = position }
                    : _nodes[work.Parent] with { Right = position };
            }

            (double mean, double deviation, double weight) = Summarise(work.Start, work.End);
            int count = work.End - work.Start;
            Split split = CanSplit(work.Depth, count, deviation) ? FindSplit(work.Start, work.End, mean, deviation, weight) : Split.None;
            _nodes.Add(new TreeNode(
                work.Parent, -1, -1, work.Depth, split.Feature, split.Threshold, count, mean, deviation / weight * _impurityScale, weight));
            if (split.Feature < 0)
            {
                settled += count;
                progress?.Report(new WorkProgress("Growing the tree", (double)settled / _targets.Length, settled, "rows"));
                continue;
            }

            Divide(work.Start, work.End, split);
            int middle = work.Start + split.LeftCount;
            pending.Push((middle, work.End, position, work.Depth + 1, false));
            pending.Push((work.Start, middle, position, work.Depth + 1, true));
        }
    }

    private bool CanSplit(int depth, int count, double deviation) =>
        depth < (_options.MaxDepth ?? int.MaxValue)
        && count >= _options.MinSamplesSplit
        && count >= 2 * (long)_options.MinSamplesLeaf
        && deviation > 0
        && _columns.Length > 0;

    private (double Mean, double Deviation, double Weight) Summarise(int start, int end)
    {
        double first = double.NaN;
        bool constant = true;
        double sum = 0;
        double total = 0;
        ReadOnlySpan<int> rows = Rows(start, end);
        foreach (int row in rows)
        {
            double target = _targets[row];
            double weight = Weight(row);
            sum += weight * target;
            total += weight;
            constant &= double.IsNaN(first) || target == first;
            first = target;
        }

        if (constant)
        {
            return (first, 0, total);
        }

        double mean = sum / total;
        double deviation = 0;
        foreach (int row in rows)
        {
            double difference = _targets[row] - mean;
            deviation += Weight(row) * difference * difference;
        }

        return (mean, deviation, total);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Weight(int row) => _weights is null ? 1 : _weights[row];

    private ReadOnlySpan<int> Rows(int start, int end)
    {
        if (_orders.Length > 0)
        {
            return _orders[0].AsSpan(start, end - start);
        }

        var all = new int[end - start];
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = start + i;
        }

        return all;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Split FindSplit(int start, int end, double mean, double deviation, double weight)
    {
        int count = end - start;
        int minimum = _options.MinSamplesLeaf;
        Split best = Split.None;

        // Two features that divide the rows alike differ only by rounding; the earlier one is to win every time.
        double margin = deviation * 1e-10;
        double bestGain = margin;
        for (int feature = 0; feature < _columns.Length; feature++)
        {
            double[] column = _columns[feature];
            ReadOnlySpan<int> order = _orders[feature].AsSpan(start, count);
            double leftSum = 0;
            double leftWeight = 0;
            double value = column[order[0]];
            if (value == column[order[^1]])
            {
                continue;
            }

            for (int left = 1; left <= count - minimum; left++)
            {
                int row = order[left - 1];
                leftSum += Weight(row) * (_targets[row] - mean);
                leftWeight += Weight(row);
                double next = column[order[Math.Min(left, count - 1)]];
                bool boundary = next > value;
                double previous = value;
                value = next;
                if (!boundary || left < minimum)
                {
                    continue;
                }

                // Targets are centred on the node's mean, so the right side's sum is minus the left's.
                double gain = leftSum * leftSum * weight / (leftWeight * (weight - leftWeight));
                if (gain > bestGain)
                {
                    bestGain = gain + margin;
                    best = new Split(feature, QuantileCuts.Midpoint(previous, next), left);
                }
            }
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Divide(int start, int end, Split split)
    {
        double[] column = _columns[split.Feature];
        foreach (int row in _orders[split.Feature].AsSpan(start, end - start))
        {
            _goesLeft[row] = column[row] <= split.Threshold;
        }

        for (int feature = 0; feature < _orders.Length; feature++)
        {
            int[] order = _orders[feature];
            int left = start;
            int right = 0;
            for (int i = start; i < end; i++)
            {
                int row = order[i];
                if (_goesLeft[row])
                {
                    order[left++] = row;
                }
                else
                {
                    _rightRows[right++] = row;
                }
            }

            Array.Copy(_rightRows, 0, order, left, right);
        }
    }

    private readonly record struct Split(int Feature, double Threshold, int LeftCount)
    {
        public static readonly Split None = new(-1, double.NaN, 0);
    }
}
