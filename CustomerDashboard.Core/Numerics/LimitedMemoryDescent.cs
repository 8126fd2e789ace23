using System.Numerics.Tensors;

namespace CustomerDashboard.Core.Numerics;

/// <summary>
/// Minimises a smooth function of many numbers from its gradients alone, by the limited-memory method of Broyden, Fletcher, Goldfarb and
/// Shanno with a line search that ends where Wolfe's conditions hold.
/// </summary>
/// <remarks>J. Nocedal, S. Wright, "Numerical Optimization", 2006, algorithms 7.4 and 3.5. O(size x memory) a step besides the function.</remarks>
internal sealed class LimitedMemoryDescent(LimitedMemoryDescent.Function function, double[] start)
{
    private const int Memory = 12;
    private const double SufficientDecrease = 1e-4;
    private const double CurvatureShare = 0.9;
    private const int MostTrials = 50;

    private readonly List<(double[] Step, double[] Change, double Inverse)> _memory = [];
    private double[] _gradient = new double[start.Length];

    /// <summary>The value at a point; writes the gradient there.</summary>
    public delegate double Function(ReadOnlySpan<double> point, Span<double> gradient);

    public double[] Point { get; private set; } = [.. start];

    public double Value { get; private set; }

    public int Iterations { get; private set; }

    public bool Converged { get; private set; }

    /// <summary>Descends until no component of the gradient is larger than the tolerance.</summary>
    public void Run(double tolerance, int maxIterations, Action<int>? told, CancellationToken cancellationToken)
    {
        Value = function(Point, _gradient);
        while (Iterations < maxIterations && !(Converged = LargestOf(_gradient) <= tolerance))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Iterations++;
            double[] direction = Direction();
            double slope = TensorPrimitives.Dot<double>(direction, _gradient);
            if (!(slope < 0))
            {
                _memory.Clear();
                TensorPrimitives.Negate(_gradient, direction);
                slope = -TensorPrimitives.Dot<double>(_gradient, _gradient);
            }

            if (!Search(direction, slope))
            {
                if (_memory.Count == 0)
                {
                    break;
                }

                // What is remembered may mislead; steepest descent gets one chance to go on.
                _memory.Clear();
            }

            told?.Invoke(Iterations);
        }
    }

    private double[] Direction()
    {
        double[] direction = [.. _gradient];
        var shares = new double[_memory.Count];
        for (int i = _memory.Count - 1; i >= 0; i--)
        {
            shares[i] = _memory[i].Inverse * TensorPrimitives.Dot<double>(_memory[i].Step, direction);
            TensorPrimitives.MultiplyAdd(_memory[i].Change, -shares[i], direction, direction);
        }

        double scale = 1 / Math.Max(1, TensorPrimitives.Norm<double>(_gradient));
        if (_memory.Count > 0)
        {
            double[] change = _memory[^1].Change;
            scale = 1 / (_memory[^1].Inverse * TensorPrimitives.Dot<double>(change, change));
        }

        TensorPrimitives.Multiply(direction, scale, direction);
        for (int i = 0; i < _memory.Count; i++)
        {
            double correction = shares[i] - (_memory[i].Inverse * TensorPrimitives.Dot<double>(_memory[i].Change, direction));
            TensorPrimitives.MultiplyAdd(_memory[i].Step, correction, direction, direction);
        }

        TensorPrimitives.Negate(direction, direction);
        return direction;
    }

    /// <summary>Brackets and halves until both of Wolfe's conditions hold; moves there if the value fell.</summary>
    private bool Search(double[] direction, double slope)
    {
        double low = 0, high = double.PositiveInfinity, length = 1;
        var trial = new double[Point.Length];
        var gradient = new double[Point.Length];
        for (int i = 0; i < MostTrials; i++)
        {
            TensorPrimitives.MultiplyAdd(direction, length, Point, trial);
            double value = function(trial, gradient);
            bool lower = value <= Value + (SufficientDecrease * length * slope)
                || (value <= Value + (1e-14 * Math.Abs(Value)) && LargestOf(gradient) < LargestOf(_gradient));
            double steepness = TensorPrimitives.Dot<double>(gradient, direction);
            if (!lower)
            {
                high = length;
            }
            else if (steepness < CurvatureShare * slope)
            {
                low = length;
            }
            else
            {
                Accept(trial, gradient, value);
                return true;
            }

            length = double.IsInfinity(high) ? 2 * length : (low + high) / 2;
        }

        return false;
    }

    private void Accept(double[] point, double[] gradient, double value)
    {
        var step = new double[point.Length];
        var change = new double[point.Length];
        TensorPrimitives.Subtract(point, Point, step);
        TensorPrimitives.Subtract(gradient, _gradient, change);
        double product = TensorPrimitives.Dot<double>(step, change);
        if (product > 0)
        {
            if (_memory.Count == Memory)
            {
                _memory.RemoveAt(0);
            }

            _memory.Add((step, change, 1 / product));
        }

        Point = point;
        Value = value;
        _gradient = gradient;
    }

    private static double LargestOf(double[] values) => Math.Abs(TensorPrimitives.MaxMagnitude<double>(values));
}
