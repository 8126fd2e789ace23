using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Learning.Trees;

/// <summary>Boosting by log loss straight from the formulas of Chen and Guestrin (2016): every split of every column tried on the rows.</summary>
internal static class NaiveBoosting
{
    public static double[] Margins(Matrix points, bool[] labels, double[] weights, GradientBoostedTreesOptions options)
    {
        double share = weights.Where((_, row) => labels[row]).Sum() / weights.Sum();
        double[] margins = [.. labels.Select(_ => Math.Log(share / (1 - share)))];
        int[] all = [.. Enumerable.Range(0, labels.Length)];
        for (int tree = 0; tree < options.TreeCount; tree++)
        {
            double[] p = [.. margins.Select(m => 1 / (1 + Math.Exp(-m)))];
            double[] g = [.. p.Select((v, row) => weights[row] * (v - (labels[row] ? 1 : 0)))];
            double[] h = [.. p.Select((v, row) => weights[row] * v * (1 - v))];
            Branch(points, all, g, h, options, 0, margins);
        }

        return margins;
    }

    /// <summary>Adds the branch's leaves to the margins and tells whether it is one leaf.</summary>
    private static bool Branch(Matrix points, int[] rows, double[] g, double[] h, GradientBoostedTreesOptions options, int depth, double[] margins)
    {
        double gradient = rows.Sum(r => g[r]);
        double hessian = rows.Sum(r => h[r]);
        double leaf = -options.LearningRate * Shrunk(gradient, options.L1) / (hessian + options.L2);
        (double Gain, int[] Left, int[] Right) best = (1e-9, [], []);
        for (int column = 0; depth < options.MaxDepth && column < points.Columns; column++)
        {
            int[] missing = [.. rows.Where(r => double.IsNaN(points[r, column]))];
            double[] values = [.. rows.Select(r => points[r, column]).Where(v => !double.IsNaN(v)).Distinct().Order()];
            foreach (double value in values)
            {
                int[] low = [.. rows.Where(r => points[r, column] <= value)];
                int[] high = [.. rows.Where(r => points[r, column] > value)];
                foreach ((int[] left, int[] right) in new[] { (low, high.Concat(missing).ToArray()), (low.Concat(missing).ToArray(), high) })
                {
                    double gl = left.Sum(r => g[r]), hl = left.Sum(r => h[r]), gr = right.Sum(r => g[r]), hr = right.Sum(r => h[r]);
                    double gain = (Score(gl, hl, options) + Score(gr, hr, options) - Score(gradient, hessian, options)) / 2;
                    if (left.Length > 0 && right.Length > 0 && hl >= options.MinChildWeight && hr >= options.MinChildWeight && gain > best.Gain)
                    {
                        best = (gain, left, right);
                    }
                }
            }
        }

        double[] before = [.. margins];
        if (best.Left.Length > 0)
        {
            bool leftIsLeaf = Branch(points, best.Left, g, h, options, depth + 1, margins);
            bool rightIsLeaf = Branch(points, best.Right, g, h, options, depth + 1, margins);
            if (!leftIsLeaf || !rightIsLeaf || best.Gain >= options.Gamma)
            {
                return false;
            }
        }

        foreach (int row in rows)
        {
            margins[row] = before[row] + leaf;
        }

        return true;
    }

    private static double Score(double gradient, double hessian, GradientBoostedTreesOptions options) =>
        Math.Pow(Shrunk(gradient, options.L1), 2) / (hessian + options.L2);

    private static double Shrunk(double gradient, double by) => Math.Sign(gradient) * Math.Max(0, Math.Abs(gradient) - by);
}
