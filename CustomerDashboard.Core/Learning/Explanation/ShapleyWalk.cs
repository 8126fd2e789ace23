using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Explanation;

/// <summary>
/// Shapley values of a few rows by one walk over a tree. The value of a feature is the integral over t from 0 to 1 of what its becoming known
/// changes while every other feature is known with probability t (Owen's multilinear extension). Of a leaf that is its value times
/// (known - unknown) times the product over the other features on its path of known x t + unknown x (1 - t), where unknown is the share of
/// training rows that pass the feature's questions, and known is 1 for a row that passes them, else 0. The product is a polynomial in t of
/// lower degree than there are features, so a few <see cref="ShapleyPoints"/> integrate it exactly. Products are carried down the tree and the
/// leaves' sums up, so every branch costs those few points once for each row; what the rows have in common is computed once for all.
/// </summary>
internal sealed class ShapleyWalk
{
    /// <summary>Rows walked together.</summary>
    public const int Rows = 8;

    private readonly double[] _products;
    private readonly double[] _sums;
    private readonly double[] _credits;
    private readonly Level[] _levels;

    // For each feature the level where it was last asked about on the present path, 0 for nowhere.
    private readonly int[] _lastLevel;

    private ExplainedTree _tree = null!;
    private Matrix _points = null!;
    private ShapleyPoints _rule = null!;
    private int _first;
    private int _count;

    public ShapleyWalk(int depth, int widest, int features)
    {
        _products = new double[(depth + 1) * Rows * widest];
        _sums = new double[(depth + 1) * Rows * widest];
        _credits = new double[features * Rows * widest];
        _lastLevel = new int[features];
        _levels = new Level[depth + 1];
        for (int level = 0; level < _levels.Length; level++)
        {
            _levels[level] = new Level(widest);
        }
    }

    /// <summary>Adds the Shapley values of rows first .. first + count - 1 for the tree, times <paramref name="share"/>, to <paramref name="values"/>.</summary>
    public void Add(ExplainedTree tree, double share, Matrix points, int first, int count, Matrix values)
    {
        if (tree.Nodes.Length == 1)
        {
            return;
        }

        (_tree, _points, _rule, _first, _count) = (tree, points, tree.Points, first, count);
        int width = _rule.Width;
        _products.AsSpan(0, Rows * width).Fill(1);
        foreach (int feature in tree.Features)
        {
            _credits.AsSpan(feature * Rows * width, Rows * width).Clear();
        }

        Walk(0, 0);
        foreach (int feature in tree.Features)
        {
            for (int row = 0; row < count; row++)
            {
                double sum = 0;
                foreach (double credit in _credits.AsSpan(((feature * Rows) + row) * width, width))
                {
                    sum += credit;
                }

                values[first + row, feature] += share * sum;
            }
        }
    }

    /// <summary>Leaves in the level's block, for each row, the sum over the leaves below of value x product.</summary>
    private void Walk(int position, int level)
    {
        // A tree may be as deep as it has rows: better an exception than the end of the process.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        ExplainedTree.Node node = _tree.Nodes[position];
        _sums.AsSpan(level * Rows * _rule.Width, Rows * _rule.Width).Clear();
        int left = 0;
        for (int row = 0; row < _count; row++)
        {
            left |= node.GoesLeft(_points.Values[((_first + row) * _points.Columns) + node.Feature]) ? 1 << row : 0;
        }

        Branch(node, node.Left, left, level);
        Branch(node, node.Right, ~left, level);
    }

    private void Branch(in ExplainedTree.Node node, int child, int passing, int level)
    {
        int before = _lastLevel[node.Feature];
        Level own = _levels[level + 1];
        own.Enter(_rule, _tree.Nodes[child].Cover / node.Cover, passing, before > 0 ? _levels[before] : null);
        ExplainedTree.Node below = _tree.Nodes[child];
        if (below.Left < 0)
        {
            AtLeaf(own, below.Value, node.Feature, level);
            return;
        }

        Descend(own, level);
        _lastLevel[node.Feature] = level + 1;
        Walk(child, level + 1);
        _lastLevel[node.Feature] = before;
        Return(own, node.Feature, level);
    }

    private void AtLeaf(Level own, double value, int feature, int level)
    {
        int width = _rule.Width;
        ref double products = ref _products[level * Rows * width];
        ref double sums = ref _sums[level * Rows * width];
        ref double credits = ref _credits[feature * Rows * width];
        Vector256<double> leaf = Vector256.Create(value);
        for (int row = 0; row < _count; row++)
        {
            (double[] factors, double[]? parts) = own.Of(row);
            ref double factor = ref MemoryMarshal.GetArrayDataReference(factors);
            nuint place = (nuint)(row * width);
            for (nuint i = 0; i < (nuint)width; i += 4)
            {
                Vector256<double> leaves = Vector256.LoadUnsafe(ref products, place + i) * Vector256.LoadUnsafe(ref factor, i) * leaf;
                (Vector256.LoadUnsafe(ref sums, place + i) + leaves).StoreUnsafe(ref sums, place + i);
                if (parts is not null)
                {
                    Vector256<double> credit = leaves * Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(parts), i);
                    (Vector256.LoadUnsafe(ref credits, place + i) + credit).StoreUnsafe(ref credits, place + i);
                }
            }
        }
    }

    private void Descend(Level own, int level)
    {
        int width = _rule.Width;
        ref double products = ref _products[level * Rows * width];
        ref double entered = ref _products[(level + 1) * Rows * width];
        for (int row = 0; row < _count; row++)
        {
            ref double factor = ref MemoryMarshal.GetArrayDataReference(own.Of(row).Factors);
            nuint place = (nuint)(row * width);
            for (nuint i = 0; i < (nuint)width; i += 4)
            {
                (Vector256.LoadUnsafe(ref products, place + i) * Vector256.LoadUnsafe(ref factor, i)).StoreUnsafe(ref entered, place + i);
            }
        }
    }

    private void Return(Level own, int feature, int level)
    {
        int width = _rule.Width;
        ref double sums = ref _sums[level * Rows * width];
        ref double below = ref _sums[(level + 1) * Rows * width];
        ref double credits = ref _credits[feature * Rows * width];
        for (int row = 0; row < _count; row++)
        {
            double[]? parts = own.Of(row).Parts;
            nuint place = (nuint)(row * width);
            for (nuint i = 0; i < (nuint)width; i += 4)
            {
                Vector256<double> leaves = Vector256.LoadUnsafe(ref below, place + i);
                (Vector256.LoadUnsafe(ref sums, place + i) + leaves).StoreUnsafe(ref sums, place + i);
                if (parts is not null)
                {
                    Vector256<double> credit = leaves * Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(parts), i);
                    (Vector256.LoadUnsafe(ref credits, place + i) + credit).StoreUnsafe(ref credits, place + i);
                }
            }
        }
    }

    /// <summary>
    /// What one branch on the path means for its feature. A row either still passes all questions on the feature, or fails at this branch, or
    /// failed at an earlier one; each has its factor for the products, which replaces that of the earlier question on the same feature, and what
    /// the feature is credited with. A row that failed earlier is credited there once for all.
    /// </summary>
    private sealed class Level(int widest)
    {
        private readonly double[] _inverse = new double[widest];
        private readonly double[] _credit = new double[widest];
        private readonly double[] _passFactors = new double[widest];
        private readonly double[] _passParts = new double[widest];
        private readonly double[] _failFactors = new double[widest];
        private readonly double[] _failParts = new double[widest];
        private readonly double[] _lostFactors = new double[widest];
        private double _unknown;
        private int _passing;
        private int _failing;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public (double[] Factors, double[]? Parts) Of(int row) => (_passing >> row & 1) != 0
            ? (_passFactors, _passParts)
            : (_failing >> row & 1) != 0 ? (_failFactors, _failParts) : (_lostFactors, null);

        public void Enter(ShapleyPoints rule, double share, int passing, Level? before)
        {
            _unknown = before is null ? share : share * before._unknown;
            int reached = before?._passing ?? -1;
            _passing = reached & passing;
            _failing = reached & ~passing;
            Vector256<double> unknown = Vector256.Create(_unknown);
            Vector256<double> weighted = Vector256.Create(1 - _unknown);
            for (int i = 0; i < rule.Width; i += 4)
            {
                Vector256<double> lost = unknown * Vector256.Create(rule.Others, i);
                Vector256<double> known = Vector256.Create(rule.Places, i) + lost;
                Vector256<double> inverse = Vector256<double>.One / known;
                Vector256<double> credit = weighted * Vector256.Create(rule.Weights, i) * inverse;
                Vector256<double> failed = Vector256.Create(rule.Lost, i);
                inverse.CopyTo(_inverse, i);
                credit.CopyTo(_credit, i);
                if (before is not null)
                {
                    Vector256<double> earlier = Vector256.Create(before._inverse, i);
                    Vector256<double> credited = Vector256.Create(before._credit, i);
                    known *= earlier;
                    lost *= earlier;
                    credit -= credited;
                    failed -= credited;
                }

                known.CopyTo(_passFactors, i);
                lost.CopyTo(_failFactors, i);
                credit.CopyTo(_passParts, i);
                failed.CopyTo(_failParts, i);
            }

            if (before is not null)
            {
                // Where no training row came, the products of rows that failed are 0 already.
                Array.Fill(_lostFactors, before._unknown > 0 ? share : 0, 0, rule.Width);
            }
        }
    }
}
