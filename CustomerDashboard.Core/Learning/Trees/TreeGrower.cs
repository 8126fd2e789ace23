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
    private readonly int[][] _orders;
    private readonly int[] _rightRows;
    private readonly bool[] _goesLeft;
    private readonly DecisionTreeOptions _options;
    private readonly double _impurityScale;
    private readonly List<TreeNode> _nodes = [];

    private TreeGrower(Matrix points, double[] targets, DecisionTreeOptions options, double impurityScale)
    {
        _targets = targets;
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

    /// <summary>Grows the tree over targets; a node's impurity is its mean squared deviation x <paramref name="impurityScale"/>.</summary>
    public static TreeNode[] Grow(
        Matrix points,
        double[] targets,
        DecisionTreeOptions options,
        double impurityScale,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken)
    {
        var grower = new TreeGrower(points, targets, options, impurityScale);
        grower.Grow(progress, cancellationToken);
        return [.. grower._nodes];
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

            (double mean, double deviation) = Summarise(work.Start, work.End);
            int count = work.End - work.Start;
            Split split = CanSplit(work.Depth, count, deviation) ? FindSplit(work.Start, work.End, mean, deviation) : Split.None;
            _nodes.Add(new TreeNode(
                work.Parent, -1, -1, work.Depth, split.Feature, split.Threshold, count, mean, deviation / count * _impurityScale));
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

    private (double Mean, double Deviation) Summarise(int start, int end)
    {
        double first = double.NaN;
        bool constant = true;
        double sum = 0;
        ReadOnlySpan<int> rows = Rows(start, end);
        foreach (int row in rows)
        {
            double target = _targets[row];
            sum += target;
            constant &= double.IsNaN(first) || target == first;
            first = target;
        }

        if (constant)
        {
            return (first, 0);
        }

        double mean = sum / rows.Length;
        double deviation = 0;
        foreach (int row in rows)
        {
            double difference = _targets[row] - mean;
            deviation += difference * difference;
        }

        return (mean, deviation);
    }

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
    private Split FindSplit(int start, int end, double mean, double deviation)
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
            double value = column[order[0]];
            if (value == column[order[^1]])
            {
                continue;
            }

            for (int left = 1; left <= count - minimum; left++)
            {
                leftSum += _targets[order[left - 1]] - mean;
                double next = column[order[Math.Min(left, count - 1)]];
                bool boundary = next > value;
                double previous = value;
                value = next;
                if (!boundary || left < minimum)
                {
                    continue;
                }

                // Targets are centred on the node's mean, so the right side's sum is minus the left's.
                double gain = leftSum * leftSum * count / ((double)left * (count - left));
                if (gain > bestGain)
                {
                    bestGain = gain + margin;
                    best = new Split(feature, Midpoint(previous, next), left);
                }
            }
        }

        return best;
    }

    private static double Midpoint(double lower, double upper)
    {
        double middle = lower + ((upper - lower) / 2);

        // Neighbouring doubles have nothing between them; the lower one keeps the upper value to the right.
        return middle >= upper || !double.IsFinite(middle) ? lower : middle;
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
