using System.Numerics;
using System.Runtime.CompilerServices;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>
/// The penalised negative log-likelihood with its gradient and Hessian, all from one pass over the rows. The intercept
/// is the last weight. Its loops are compiled with full optimisation at once, because a whole fit is over before tiered
/// compilation would get to them. Rows are copied once, padded to whole vectors with a 1 for the intercept.
/// </summary>
internal sealed class LogisticObjective
{
    private readonly double[] _rows;
    private readonly int _rowCount;
    private readonly int _size;
    private readonly int _stride;
    private readonly bool[] _labels;
    private readonly double _penalty;
    private readonly double[] _padded;
    private readonly double[] _gradient;
    private readonly double[] _hessian;

    public LogisticObjective(Matrix points, ReadOnlySpan<bool> labels, double penalty)
    {
        _rowCount = points.Rows;
        _size = points.Columns + 1;
        int width = Vector<double>.Count;
        _stride = (_size + width - 1) / width * width;
        _rows = new double[_rowCount * _stride];
        for (int row = 0; row < _rowCount; row++)
        {
            points.Row(row).CopyTo(_rows.AsSpan(row * _stride));
            _rows[(row * _stride) + points.Columns] = 1;
        }

        _labels = labels.ToArray();
        _penalty = penalty;
        _padded = new double[_stride];
        _gradient = new double[_stride];
        _hessian = new double[_size * _stride];
    }

    public double LogLikelihood { get; private set; }

    public double LargestGradient { get; private set; } = double.PositiveInfinity;

    /// <summary>Whether the last evaluation's gradient was smaller than the one before.</summary>
    public bool GradientShrank { get; private set; }

    /// <summary>The objective at <paramref name="weights"/>; gradient and Hessian are kept for the calls that follow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Evaluate(ReadOnlySpan<double> weights)
    {
        weights.CopyTo(_padded);
        Array.Clear(_gradient);
        Array.Clear(_hessian);
        double loss = 0;
        for (int row = 0; row < _rowCount; row++)
        {
            ReadOnlySpan<double> values = _rows.AsSpan(row * _stride, _stride);
            double logOdds = Dot(values, _padded);
            double exponential = Math.Exp(-Math.Abs(logOdds));
            double probability = logOdds >= 0 ? 1 / (1 + exponential) : exponential / (1 + exponential);
            bool label = _labels[row];

            // log(1 + e^z) - y z, written so that neither exponential overflows.
            loss += Math.Log(1 + exponential) + Math.Max(logOdds, 0) - (label ? logOdds : 0);
            double residual = probability - (label ? 1 : 0);
            Accumulate(values, residual, probability * (1 - probability));
        }

        LogLikelihood = -loss;
        double squares = 0;
        for (int i = 0; i < _size - 1; i++)
        {
            squares += weights[i] * weights[i];
            _gradient[i] += _penalty * weights[i];
            _hessian[(i * _stride) + i] += _penalty;
        }

        double largest = 0;
        for (int i = 0; i < _size; i++)
        {
            largest = Math.Max(largest, Math.Abs(_gradient[i]));
        }

        GradientShrank = largest < LargestGradient;
        LargestGradient = largest;
        return loss + (_penalty * squares / 2);
    }

    /// <summary>The solution of Hessian x step = gradient; steepest descent scaled by the diagonal where the Hessian is singular.</summary>
    public double[] NewtonStep()
    {
        double[] step = _gradient[.._size];
        Factor().Solve(step);
        return step;
    }

    /// <summary>Square roots of the diagonal of the inverse Hessian.</summary>
    public double[] StandardErrors()
    {
        double[] variances = Factor().InverseDiagonal();
        for (int i = 0; i < variances.Length; i++)
        {
            variances[i] = Math.Sqrt(variances[i]);
        }

        return variances;
    }

    private CholeskySolver Factor()
    {
        var matrix = new double[_size * _size];
        double largest = 0;
        for (int row = 0; row < _size; row++)
        {
            for (int column = 0; column < _size; column++)
            {
                // Only the part right of the diagonal was accumulated.
                matrix[(row * _size) + column] = row <= column ? _hessian[(row * _stride) + column] : _hessian[(column * _stride) + row];
            }

            largest = Math.Max(largest, matrix[(row * _size) + row]);
        }

        // Collinear columns without a penalty, or probabilities that have all reached 0 or 1, leave no curvature in
        // some direction; the smallest ridge that can be factored stands in for it.
        double ridge = Math.Max(largest, double.Epsilon * 1e300) * 1e-12;
        CholeskySolver solver;
        while (!CholeskySolver.TryFactor(matrix, _size, out solver))
        {
            for (int i = 0; i < _size; i++)
            {
                matrix[(i * _size) + i] += ridge;
            }

            ridge *= 10;
        }

        return solver;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Accumulate(ReadOnlySpan<double> values, double residual, double weight)
    {
        int width = Vector<double>.Count;
        Span<double> gradient = _gradient;
        for (int column = 0; column < _stride; column += width)
        {
            Span<double> target = gradient[column..];
            (new Vector<double>(target) + (new Vector<double>(values[column..]) * residual)).CopyTo(target);
        }

        Span<double> hessian = _hessian;
        for (int row = 0; row < _size; row++)
        {
            var factor = new Vector<double>(weight * values[row]);
            for (int column = row / width * width; column < _stride; column += width)
            {
                Span<double> target = hessian[((row * _stride) + column)..];
                (new Vector<double>(target) + (new Vector<double>(values[column..]) * factor)).CopyTo(target);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = Vector<double>.Zero;
        for (int i = 0; i < left.Length; i += Vector<double>.Count)
        {
            sum += new Vector<double>(left[i..]) * new Vector<double>(right[i..]);
        }

        return Vector.Sum(sum);
    }
}
