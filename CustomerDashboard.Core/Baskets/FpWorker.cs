namespace CustomerDashboard.Core.Baskets;

/// <summary>One thread's part of <see cref="FpGrowth"/>.</summary>
internal sealed class FpWorker(FpTree baskets, ItemsetOptions options, ItemsetBuilder output) : IItemsetWorker
{
    private const int Deepest = 64;

    private readonly ItemsetLimit _limit = new(options);
    private readonly int _maxLength = Math.Min(options.MaxLength ?? int.MaxValue, Deepest - 1);
    private readonly int[] _prefix = new int[Deepest];
    private readonly FpScratch _scratch = new();
    private readonly List<FpTree> _trees = [];

    public void Search(int rank, CancellationToken cancellationToken)
    {
        output.Add([], rank, baskets.Totals[rank]);
        Deepen(baskets, rank, 1, cancellationToken);
    }

    private void Mine(FpTree tree, int depth, CancellationToken cancellationToken)
    {
        if (tree.IsSinglePath)
        {
            Combine(tree, 0, depth, int.MaxValue);
            return;
        }

        for (int item = 0; item < tree.ItemCount; item++)
        {
            output.Add(_prefix.AsSpan(0, depth), tree.Ranks[item], tree.Totals[item]);
            Deepen(tree, item, depth + 1, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Searches the baskets with one more product.</summary>
    private void Deepen(FpTree tree, int item, int depth, CancellationToken cancellationToken)
    {
        if (depth == _maxLength)
        {
            return;
        }

        _limit.CheckLength(depth);
        _prefix[depth - 1] = tree.Ranks[item];
        if (_trees.Count < depth)
        {
            _trees.Add(new FpTree());
        }

        FpTree conditional = _trees[depth - 1];
        if (tree.Condition(item, options.MinBaskets, conditional, _scratch))
        {
            Mine(conditional, depth, cancellationToken);
        }
    }

    /// <summary>On a single path every combination is frequent; its rarest product, which comes first, says how often.</summary>
    private void Combine(FpTree path, int from, int depth, int rarest)
    {
        _limit.CheckLength(depth + path.ItemCount - from);
        for (int item = from; item < path.ItemCount; item++)
        {
            int count = Math.Min(rarest, path.Totals[item]);
            output.Add(_prefix.AsSpan(0, depth), path.Ranks[item], count);
            if (depth + 1 < _maxLength)
            {
                _prefix[depth] = path.Ranks[item];
                Combine(path, item + 1, depth + 1, count);
            }
        }
    }
}
