using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>
/// Grows one boosted tree level by level on histograms. Of two siblings only the smaller is summed; the other is what the
/// parent's histogram leaves over.
/// </summary>
internal sealed class BoostedTreeGrower
{
    /// <summary>Less work than this, in rows x features, is done by the calling thread.</summary>
    private const long WorthSharing = 200_000;

    private readonly BinCodes _codes;
    private readonly FeatureBins _bins;
    private readonly GradientBoostedTreesOptions _options;
    private readonly RowPartition _partition;
    private readonly Stack<long[]> _spareHistograms = new();
    private readonly List<BoostedTreeNode> _nodes = [];

    public BoostedTreeGrower(BinCodes codes, FeatureBins bins, GradientBoostedTreesOptions options)
    {
        _codes = codes;
        _bins = bins;
        _options = options;
        _partition = new RowPartition(codes, bins, options.DegreeOfParallelism);
    }

    /// <summary>Grows a tree on the rows and features given.</summary>
    /// <param name="pairs">The derivatives of all rows in whole numbers.</param>
    /// <param name="scale">Their units.</param>
    /// <param name="rows">The rows to learn from, ascending.</param>
    /// <param name="features">The features to ask about, ascending.</param>
    /// <param name="random">Draws the features of each level where not all are to be asked about.</param>
    /// <param name="cancellationToken">Checked at every level.</param>
    public BoostedTree Grow(
        long[] pairs, GradientScale scale, ReadOnlySpan<int> rows, int[] features, RandomSource random, CancellationToken cancellationToken)
    {
        _nodes.Clear();
        _partition.Reset(rows);
        var search = new BoostedSplitSearch(_options, _bins, scale);
        var root = new GrowingNode { Position = 0, End = rows.Length };
        Sum([root], pairs, features, cancellationToken);
        (root.Gradient, root.Hessian) = Totals(root, pairs, features);
        _nodes.Add(Leaf(search, root.Gradient, root.Hessian));
        List<GrowingNode> level = [root];
        for (int depth = 0; depth < _options.MaxDepth && level.Count > 0; depth++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int[] candidates = ColumnSample.Draw(features, _options.ColumnShareByLevel, random.Split(depth));
            FindSplits(level, candidates, search, cancellationToken);
            level = Split(level, depth + 1 < _options.MaxDepth, pairs, features, search, cancellationToken);
        }

        foreach (GrowingNode node in level)
        {
            Release(node);
        }

        return new BoostedTree(BoostedTreePruning.Prune(_nodes, _options.Gamma));
    }

    private (long Gradient, long Hessian) Totals(GrowingNode root, long[] pairs, int[] features)
    {
        long gradient = 0;
        long hessian = 0;
        if (features.Length == 0)
        {
            foreach (int row in _partition.Rows(root.Start, root.End))
            {
                gradient += (int)pairs[row];
                hessian += pairs[row] >> 32;
            }

            return (gradient, hessian);
        }

        for (int bin = _bins.Offsets[features[0]]; bin < _bins.Offsets[features[0] + 1]; bin++)
        {
            gradient += root.Histogram![bin * GradientHistograms.NumbersPerBin];
            hessian += root.Histogram[(bin * GradientHistograms.NumbersPerBin) + 1];
        }

        return (gradient, hessian);
    }

    private void FindSplits(List<GrowingNode> level, int[] candidates, BoostedSplitSearch search, CancellationToken cancellationToken) =>
        ParallelWork.Run(
            level.Count,
            (long)level.Count * _bins.BinCount < WorthSharing / 8 ? 1 : _options.DegreeOfParallelism,
            i => level[i].Split = search.Find(level[i].Histogram, candidates, level[i].Gradient, level[i].Hessian),
            cancellationToken);

    /// <summary>Puts the splits into the tree and returns the children that may be split in turn, their histograms filled.</summary>
    private List<GrowingNode> Split(
        List<GrowingNode> level, bool deeper, long[] pairs, int[] features, BoostedSplitSearch search, CancellationToken cancellationToken)
    {
        var families = new List<(GrowingNode Parent, GrowingNode Left, GrowingNode Right)>();
        foreach (GrowingNode parent in level)
        {
            BoostedSplit split = parent.Split;
            if (split.Feature < 0)
            {
                Release(parent);
                continue;
            }

            int position = _nodes.Count;
            var left = new GrowingNode { Position = position, Gradient = split.LeftGradient, Hessian = split.LeftHessian };
            var right = new GrowingNode
            {
                Position = position + 1,
                Gradient = parent.Gradient - split.LeftGradient,
                Hessian = parent.Hessian - split.LeftHessian,
            };
            _nodes.Add(Leaf(search, left.Gradient, left.Hessian));
            _nodes.Add(Leaf(search, right.Gradient, right.Hessian));
            double[] cuts = _bins.Cuts(split.Feature);
            _nodes[parent.Position] = _nodes[parent.Position] with
            {
                Left = position,
                Right = position + 1,
                Feature = split.Feature,
                Threshold = split.CutCode < cuts.Length ? cuts[split.CutCode] : double.MaxValue,
                MissingLeft = split.MissingLeft,
                Gain = split.Gain,
            };
            if (deeper && (CanSplit(left, search) || CanSplit(right, search)))
            {
                families.Add((parent, left, right));
            }
            else
            {
                Release(parent);
            }
        }

        return families.Count == 0 ? [] : Descend(families, pairs, features, search, cancellationToken);
    }

    private List<GrowingNode> Descend(
        List<(GrowingNode Parent, GrowingNode Left, GrowingNode Right)> families,
        long[] pairs,
        int[] features,
        BoostedSplitSearch search,
        CancellationToken cancellationToken)
    {
        var divisions = new RowDivision[families.Count];
        for (int i = 0; i < divisions.Length; i++)
        {
            GrowingNode parent = families[i].Parent;
            divisions[i] = new RowDivision(parent.Start, parent.End, parent.Split);
        }

        var middles = new int[divisions.Length];
        _partition.Divide(divisions, middles, cancellationToken);
        var summed = new List<GrowingNode>(families.Count);
        for (int i = 0; i < middles.Length; i++)
        {
            (GrowingNode parent, GrowingNode left, GrowingNode right) = families[i];
            (left.Start, left.End, right.Start, right.End) = (parent.Start, middles[i], middles[i], parent.End);
            summed.Add(left.End - left.Start <= right.End - right.Start ? left : right);
        }

        Sum(summed, pairs, features, cancellationToken);
        var next = new List<GrowingNode>(2 * families.Count);
        for (int i = 0; i < middles.Length; i++)
        {
            (GrowingNode parent, GrowingNode left, GrowingNode right) = families[i];
            GrowingNode other = summed[i] == left ? right : left;
            other.Histogram = parent.Histogram;
            GradientHistograms.Subtract(other.Histogram, summed[i].Histogram);
            foreach (GrowingNode child in (ReadOnlySpan<GrowingNode>)[left, right])
            {
                if (CanSplit(child, search))
                {
                    next.Add(child);
                }
                else
                {
                    Release(child);
                }
            }
        }

        return next;
    }

    /// <summary>Fills the histograms of the nodes, large ones in pieces that are added up afterwards.</summary>
    private void Sum(List<GrowingNode> nodes, long[] pairs, int[] features, CancellationToken cancellationToken)
    {
        var pieces = new List<(int Start, int End, long[] Histogram)>(nodes.Count);
        long rows = 0;
        foreach (GrowingNode node in nodes)
        {
            int count = node.End - node.Start;
            int parts = RowPartition.PiecesFor(count, _options.DegreeOfParallelism);
            rows += count;
            for (int part = 0; part < parts; part++)
            {
                long[] histogram = Rent();
                node.Histogram ??= histogram;
                pieces.Add((node.Start + (int)((long)count * part / parts), node.Start + (int)((long)count * (part + 1) / parts), histogram));
            }
        }

        ParallelWork.Run(
            pieces.Count,
            rows * features.Length < WorthSharing ? 1 : _options.DegreeOfParallelism,
            piece => GradientHistograms.Add(
                _partition.Rows(pieces[piece].Start, pieces[piece].End), _codes, pairs, features, _bins.Offsets, pieces[piece].Histogram),
            cancellationToken);
        long[]? total = null;
        int nextNode = 0;
        foreach ((_, _, long[] histogram) in pieces)
        {
            if (nextNode < nodes.Count && ReferenceEquals(histogram, nodes[nextNode].Histogram))
            {
                total = histogram;
                nextNode++;
                continue;
            }

            GradientHistograms.Merge(total, histogram);
            _spareHistograms.Push(histogram);
        }
    }

    private bool CanSplit(GrowingNode node, BoostedSplitSearch search) => search.Hessian(node.Hessian) >= 2 * _options.MinChildWeight;

    private static BoostedTreeNode Leaf(BoostedSplitSearch search, long gradient, long hessian) =>
        new(-1, -1, -1, double.NaN, false, 0, search.Hessian(hessian), search.LeafValue(gradient, hessian));

    private long[] Rent()
    {
        if (!_spareHistograms.TryPop(out long[]? histogram))
        {
            return new long[_bins.BinCount * GradientHistograms.NumbersPerBin];
        }

        Array.Clear(histogram);
        return histogram;
    }

    private void Release(GrowingNode node)
    {
        if (node.Histogram is not null)
        {
            _spareHistograms.Push(node.Histogram);
            node.Histogram = null;
        }
    }
}
