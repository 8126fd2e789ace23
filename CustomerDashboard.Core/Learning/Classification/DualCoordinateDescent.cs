using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>
/// Solves the dual of the linear support vector machine row by row, keeping the coefficients, so that a pass costs O(n d). The
/// intercept is the coefficient of a column of ones. Rows that have settled at a limit are left out until the rest is done.
/// </summary>
/// <remarks>C.-J. Hsieh et al., "A dual coordinate descent method for large-scale linear SVM", 2008, algorithm 3, hinge loss.</remarks>
internal sealed class DualCoordinateDescent
{
    private const int MostPasses = 2000;

    private readonly Matrix _points;
    private readonly bool[] _labels;
    private readonly double[] _limits;
    private readonly double[] _alphas;
    private readonly double[] _squares;

    public DualCoordinateDescent(Matrix points, ReadOnlySpan<bool> labels, ReadOnlySpan<double> limits)
    {
        _points = points;
        _labels = labels.ToArray();
        _limits = limits.ToArray();
        _alphas = new double[points.Rows];
        _squares = new double[points.Rows];
        Coefficients = new double[points.Columns];
        for (int row = 0; row < points.Rows; row++)
        {
            _squares[row] = 1 + VectorSums.Dot(points.Row(row), points.Row(row));
        }
    }

    private DualCoordinateDescent(DualCoordinateDescent other)
    {
        _points = other._points;
        _labels = other._labels;
        _limits = [.. other._limits];
        _alphas = [.. other._alphas];
        _squares = other._squares;
        Coefficients = [.. other.Coefficients];
        Intercept = other.Intercept;
    }

    public double[] Coefficients { get; }

    public double Intercept { get; private set; }

    public long Steps { get; private set; }

    public bool Converged { get; private set; }

    /// <summary>The rows that hold the border up.</summary>
    public int SupportVectors => _alphas.Length - _alphas.AsSpan().Count(0.0);

    /// <summary>The problem without some rows, starting from this solution.</summary>
    public DualCoordinateDescent Without(ReadOnlySpan<int> rows)
    {
        var result = new DualCoordinateDescent(this);
        foreach (int row in rows)
        {
            result.Move(row, 0);
            result._limits[row] = 0;
        }

        return result;
    }

    public double Decision(int row) => VectorSums.Dot(_points.Row(row), Coefficients) + Intercept;

    /// <summary>Passes over the rows until no slope is off by more than the tolerance.</summary>
    public void Solve(double tolerance, RandomSource random, CancellationToken cancellationToken)
    {
        int[] order = [.. Enumerable.Range(0, _limits.Length).Where(row => _limits[row] > 0)];
        int active = order.Length;
        double upper = double.PositiveInfinity, lower = double.NegativeInfinity;
        for (int pass = 0; pass < MostPasses; pass++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            random.Shuffle(order.AsSpan(0, active));
            double largest = double.NegativeInfinity, smallest = double.PositiveInfinity;
            for (int i = 0; i < active; i++)
            {
                int row = order[i];
                double side = _labels[row] ? 1 : -1;
                double slope = (side * Decision(row)) - 1;
                double alpha = _alphas[row];
                if ((alpha == 0 && slope > upper) || (alpha == _limits[row] && slope < lower))
                {
                    active--;
                    (order[i], order[active]) = (order[active], order[i]);
                    i--;
                    continue;
                }

                double projected = alpha == 0 ? Math.Min(slope, 0) : alpha == _limits[row] ? Math.Max(slope, 0) : slope;
                largest = Math.Max(largest, projected);
                smallest = Math.Min(smallest, projected);
                if (Math.Abs(projected) > 1e-12)
                {
                    Move(row, Math.Clamp(alpha - (slope / _squares[row]), 0, _limits[row]));
                    Steps++;
                }
            }

            if (!(largest - smallest > tolerance))
            {
                if (active == order.Length)
                {
                    Converged = true;
                    return;
                }

                // What was left out is looked at again before the end.
                active = order.Length;
                (upper, lower) = (double.PositiveInfinity, double.NegativeInfinity);
                continue;
            }

            upper = largest > 0 ? largest : double.PositiveInfinity;
            lower = smallest < 0 ? smallest : double.NegativeInfinity;
        }
    }

    private void Move(int row, double alpha)
    {
        double change = (alpha - _alphas[row]) * (_labels[row] ? 1 : -1);
        _alphas[row] = alpha;
        ReadOnlySpan<double> values = _points.Row(row);
        for (int column = 0; column < values.Length; column++)
        {
            Coefficients[column] += change * values[column];
        }

        Intercept += change;
    }
}
