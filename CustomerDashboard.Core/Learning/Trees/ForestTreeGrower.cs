using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>
/// Grows the trees of a forest, one after another, in memory that is kept between them. Every split tries some columns drawn anew,
/// on histograms of which only the bins that hold rows are visited, so that small nodes cost little.
/// </summary>
internal sealed class ForestTreeGrower
{
    private readonly BinCodes _codes;
    private readonly BinRanges _ranges;
    private readonly double[] _targets;
    private readonly RandomForestOptions _options;
    private readonly double _impurityScale;
    private readonly int _tries;
    private readonly int[] _rows;
    private readonly int[] _spare;
    private readonly double[] _weights;
    private readonly int[] _columns;
    private readonly Vector256<double>[] _bins = new Vector256<double>[256];
    private readonly ulong[] _occupied = new ulong[4];
    private readonly List<TreeNode> _nodes = [];

    public ForestTreeGrower(BinCodes codes, BinRanges ranges, double[] targets, RandomForestOptions options, double impurityScale, int tries)
    {
        _codes = codes;
        _ranges = ranges;
        _targets = targets;
        _options = options;
        _impurityScale = impurityScale;
        _tries = tries;
        _rows = new int[codes.Rows];
        _spare = new int[codes.Rows];
        _weights = new double[codes.Rows];
        _columns = new int[codes.Columns];
    }

    /// <summary>The weight of every row in the tree now growing; to be filled before <see cref="Grow"/>. Rows of weight 0 are left out.</summary>
    public double[] Weights => _weights;

    public DecisionTree Grow(RandomSource random, CancellationToken cancellationToken)
    {
        _nodes.Clear();
        int rows = 0;
        for (int row = 0; row < _weights.Length; row++)
        {
            _rows[rows] = row;
            rows += _weights[row] > 0 ? 1 : 0;
        }

        for (int column = 0; column < _columns.Length; column++)
        {
            _columns[column] = column;
        }

        // An explicit stack: an unlimited tree can be as deep as it has rows.
        var pending = new Stack<(int Start, int End, int Parent, int Depth, bool IsLeft)>();
        pending.Push((0, rows, -1, 0, false));
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

            int count = work.End - work.Start;
            (double mean, double deviation, double weight) = Summarise(work.Start, work.End);
            Split split = CanSplit(work.Depth, count, deviation)
                ? FindSplit(work.Start, work.End, mean, deviation, weight, random)
                : Split.None;
            double threshold = split.Column < 0 ? double.NaN : _ranges.Threshold(split.Column, split.LowerBin, split.UpperBin);
            _nodes.Add(new TreeNode(
                work.Parent, -1, -1, work.Depth, split.Column, threshold, count, mean, deviation / weight * _impurityScale, weight));
            if (split.Column >= 0)
            {
                int middle = Divide(work.Start, work.End, split);
                pending.Push((middle, work.End, position, work.Depth + 1, false));
                pending.Push((work.Start, middle, position, work.Depth + 1, true));
            }
        }

        return new DecisionTree([.. _nodes], _codes.Columns);
    }

    private bool CanSplit(int depth, int count, double deviation) =>
        depth < (_options.MaxDepth ?? int.MaxValue)
        && count >= _options.MinSamplesSplit
        && count >= 2 * (long)_options.MinSamplesLeaf
        && deviation > 0;

    private (double Mean, double Deviation, double Weight) Summarise(int start, int end)
    {
        double sum = 0;
        double total = 0;
        double first = _targets[_rows[start]];
        bool constant = true;
        for (int i = start; i < end; i++)
        {
            int row = _rows[i];
            double target = _targets[row];
            sum += _weights[row] * target;
            total += _weights[row];
            constant &= target == first;
        }

        if (constant)
        {
            return (first, 0, total);
        }

        double mean = sum / total;
        double deviation = 0;
        for (int i = start; i < end; i++)
        {
            double difference = _targets[_rows[i]] - mean;
            deviation += _weights[_rows[i]] * difference * difference;
        }

        return (mean, deviation, total);
    }

    private Split FindSplit(int start, int end, double mean, double deviation, double weight, RandomSource random)
    {
        // Columns that divide the rows alike differ only by rounding; the first one drawn is to win every time.
        double margin = deviation * 1e-10;
        double bestGain = margin;
        Split best = Split.None;
        int tried = 0;
        for (int drawn = 0; drawn < _columns.Length && tried < _tries; drawn++)
        {
            int other = drawn + random.NextInt(_columns.Length - drawn);
            (_columns[drawn], _columns[other]) = (_columns[other], _columns[drawn]);
            int column = _columns[drawn];
            Fill(column, start, end, mean);

            // A column with one value among these rows cannot divide them and does not count as tried.
            if (Search(column, end - start, weight, margin, ref bestGain, ref best))
            {
                tried++;
            }
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void Fill(int column, int start, int end, double mean)
    {
        fixed (byte* allCodes = _codes.ByColumn)
        fixed (int* rows = _rows)
        fixed (double* weights = _weights)
        fixed (double* targets = _targets)
        fixed (Vector256<double>* bins = _bins)
        fixed (ulong* occupied = _occupied)
        {
            byte* codes = allCodes + ((nint)column * _codes.ColumnStride);
            for (int i = start; i < end; i++)
            {
                int row = rows[i];
                int code = codes[row];
                double weight = weights[row];
                bins[code] += Vector256.Create(weight * (targets[row] - mean), weight, 1, 0);
                occupied[code >> 6] |= 1UL << code;
            }
        }
    }

    /// <summary>Looks for a better split and empties the bins; false where all rows lie in one bin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Search(int column, int count, double weight, double margin, ref double bestGain, ref Split best)
    {
        Vector256<double> left = Vector256<double>.Zero;
        int previous = -1;
        bool divides = false;
        for (int part = 0; part < _occupied.Length; part++)
        {
            ulong occupied = _occupied[part];
            _occupied[part] = 0;
            while (occupied != 0)
            {
                int bin = (part * 64) + BitOperations.TrailingZeroCount(occupied);
                occupied &= occupied - 1;
                if (previous >= 0)
                {
                    divides = true;
                    double leftCount = left[2];
                    if (leftCount >= _options.MinSamplesLeaf && count - leftCount >= _options.MinSamplesLeaf)
                    {
                        double gain = left[0] * left[0] * weight / (left[1] * (weight - left[1]));
                        if (gain > bestGain)
                        {
                            bestGain = gain + margin;
                            best = new Split(column, previous, bin);
                        }
                    }
                }

                left += _bins[bin];
                _bins[bin] = Vector256<double>.Zero;
                previous = bin;
            }
        }

        return divides;
    }

    private int Divide(int start, int end, Split split)
    {
        ReadOnlySpan<byte> codes = _codes.ByColumn.AsSpan(split.Column * _codes.ColumnStride, _codes.Rows);
        int left = start;
        int right = 0;
        for (int i = start; i < end; i++)
        {
            int row = _rows[i];
            int goesRight = codes[row] > split.LowerBin ? 1 : 0;
            _rows[left] = row;
            _spare[right] = row;
            right += goesRight;
            left += 1 - goesRight;
        }

        Array.Copy(_spare, 0, _rows, left, right);
        return left;
    }

    /// <summary>Rows in bins up to the lower one go left; the upper one is the next that holds a row.</summary>
    private readonly record struct Split(int Column, int LowerBin, int UpperBin)
    {
        public static readonly Split None = new(-1, 0, 0);
    }
}
