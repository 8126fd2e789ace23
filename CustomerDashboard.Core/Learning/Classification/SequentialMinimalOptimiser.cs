using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>
/// Solves the dual of the support vector machine, two rows at a time. In terms of b_i = y_i alpha_i it minimises
/// b'Kb / 2 - y'b where the b sum to 0 and each lies between 0 and its limit on its label's side. A row with limit 0 takes no part,
/// yet its decision value is kept up to date: a fold is the same problem with its test rows at limit 0.
/// </summary>
/// <remarks>
/// R.-E. Fan, P.-H. Chen, C.-J. Lin, "Working set selection using second order information for training support vector machines",
/// 2005 (their WSS 2). O(n) per step plus two rows of the kernel matrix.
/// </remarks>
internal sealed unsafe class SequentialMinimalOptimiser
{
    private const int StepsBetweenChecks = 512;

    private readonly KernelCache _kernel;
    private readonly bool[] _labels;
    private readonly double[] _limits;
    private readonly double[] _coefficients;
    private readonly double[] _gradient;

    // Added to a value, 0 leaves it in the running and minus infinity takes it out.
    private readonly double[] _canRise;
    private readonly double[] _canFall;
    private int _first;
    private double _largestRise;
    private double _largestFall;

    public SequentialMinimalOptimiser(KernelCache kernel, ReadOnlySpan<bool> labels, ReadOnlySpan<double> limits)
    {
        _kernel = kernel;
        _labels = labels.ToArray();
        _limits = limits.ToArray();
        _coefficients = new double[kernel.Stride];
        _gradient = new double[kernel.Stride];
        _canRise = new double[kernel.Stride];
        _canFall = new double[kernel.Stride];
        Array.Fill(_canRise, double.NegativeInfinity);
        Array.Fill(_canFall, double.NegativeInfinity);
        for (int row = 0; row < _labels.Length; row++)
        {
            _gradient[row] = _labels[row] ? -1 : 1;
            Place(row);
        }
    }

    private SequentialMinimalOptimiser(SequentialMinimalOptimiser other)
    {
        _kernel = other._kernel;
        _labels = other._labels;
        _limits = [.. other._limits];
        _coefficients = [.. other._coefficients];
        _gradient = [.. other._gradient];
        _canRise = [.. other._canRise];
        _canFall = [.. other._canFall];
    }

    /// <summary>y alpha of every row, padded with zeros.</summary>
    public double[] Coefficients => _coefficients;

    public long Steps { get; private set; }

    public bool Converged { get; private set; }

    /// <summary>What is added to the weighted likenesses to give the decision value.</summary>
    public double Intercept { get; private set; }

    /// <summary>
    /// The problem without some rows, starting from this solution: what the rows held is taken from others of their side, so that few
    /// steps remain (alpha seeding, D. DeCoste, K. Wagstaff, 2000).
    /// </summary>
    public SequentialMinimalOptimiser Without(ReadOnlySpan<int> rows)
    {
        var result = new SequentialMinimalOptimiser(this);
        double surplus = 0;
        foreach (int row in rows)
        {
            surplus -= _coefficients[row];
            result.Move(row, -_coefficients[row]);
            result._limits[row] = 0;
            result.Place(row);
        }

        // Rows inside their limits first: those at a limit are likely to stay there.
        for (int pass = 0; pass < 2 && surplus != 0; pass++)
        {
            for (int row = 0; row < _labels.Length && surplus != 0; row++)
            {
                (double low, double high) = result.Range(row);
                double value = result._coefficients[row];
                if (low == high || (pass == 0 && (value == low || value == high)))
                {
                    continue;
                }

                double change = Math.Clamp(value - surplus, low, high) - value;
                if (change != 0)
                {
                    surplus += change;
                    result.Move(row, change);
                    result.Place(row);
                }
            }
        }

        return result;
    }

    /// <summary>Goes on until no pair of rows can improve by more than the tolerance.</summary>
    public void Solve(double tolerance, CancellationToken cancellationToken)
    {
        long limit = Math.Max(10_000_000L, 100L * _labels.Length);
        Step(_kernel.Row(0), _kernel.Row(0), 0);
        while (!(Converged = !(_largestRise + _largestFall >= tolerance)) && Steps < limit)
        {
            if (Steps++ % StepsBetweenChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            ReadOnlySpan<float> firstRow = _kernel.Row(_first);
            int second = SecondRow.Select(firstRow, _gradient, _canFall, _kernel.Diagonal, _kernel.Diagonal[_first], _largestRise);
            if (second < 0)
            {
                break;
            }

            double curvature = Math.Max(_kernel.Diagonal[_first] + _kernel.Diagonal[second] - (2.0 * firstRow[second]), SecondRow.LeastCurvature);
            double room = Range(_first).High - _coefficients[_first];
            double otherRoom = _coefficients[second] - Range(second).Low;
            double step = Math.Min((_largestRise + _gradient[second]) / curvature, Math.Min(room, otherRoom));
            _coefficients[_first] = step == room ? Range(_first).High : _coefficients[_first] + step;
            _coefficients[second] = step == otherRoom ? Range(second).Low : _coefficients[second] - step;
            Place(_first);
            Place(second);
            Step(firstRow, _kernel.Row(second), step);
        }

        Intercept = FindIntercept();
    }

    /// <summary>The decision value of a row, whether or not it takes part.</summary>
    public double Decision(int row) => _gradient[row] + (_labels[row] ? 1 : -1) + Intercept;

    private (double Low, double High) Range(int row) => _labels[row] ? (0, _limits[row]) : (-_limits[row], 0);

    private void Place(int row)
    {
        (double low, double high) = Range(row);
        _canRise[row] = _coefficients[row] < high ? 0 : double.NegativeInfinity;
        _canFall[row] = _coefficients[row] > low ? 0 : double.NegativeInfinity;
    }

    private void Move(int row, double change)
    {
        if (change == 0)
        {
            return;
        }

        _coefficients[row] += change;
        ReadOnlySpan<float> values = _kernel.Row(row);
        for (int i = 0; i < _gradient.Length; i++)
        {
            _gradient[i] += change * values[i];
        }
    }

    /// <summary>Brings the gradient up to date and finds, in the same pass, the row that gains most by rising and what the best fall gains.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Step(ReadOnlySpan<float> firstRow, ReadOnlySpan<float> secondRow, double step)
    {
        Vector256<double> factor = Vector256.Create(step);
        Vector256<double> best0 = Vector256.Create(double.NegativeInfinity), best1 = best0, fall0 = best0, fall1 = best0;
        Vector256<double> where0 = Vector256<double>.Zero, where1 = where0;
        Vector256<double> here0 = Vector256.Create(0.0, 1, 2, 3), here1 = Vector256.Create(4.0, 5, 6, 7);
        Vector256<double> eight = Vector256.Create(8.0);
        fixed (double* gradient = _gradient, rise = _canRise, fall = _canFall)
        {
            fixed (float* firstValues = firstRow, secondValues = secondRow)
            {
                for (int i = 0; i < _gradient.Length; i += 8)
                {
                    Vector256<float> difference = Vector256.Load(firstValues + i) - Vector256.Load(secondValues + i);
                    Vector256<double> slope0 = Vector256.Load(gradient + i) + (factor * Vector256.WidenLower(difference));
                    Vector256<double> slope1 = Vector256.Load(gradient + i + 4) + (factor * Vector256.WidenUpper(difference));
                    slope0.Store(gradient + i);
                    slope1.Store(gradient + i + 4);
                    Vector256<double> gain0 = Vector256.Load(rise + i) - slope0;
                    Vector256<double> gain1 = Vector256.Load(rise + i + 4) - slope1;
                    where0 = Vector256.ConditionalSelect(Vector256.GreaterThan(gain0, best0), here0, where0);
                    where1 = Vector256.ConditionalSelect(Vector256.GreaterThan(gain1, best1), here1, where1);
                    best0 = Vector256.MaxNative(gain0, best0);
                    best1 = Vector256.MaxNative(gain1, best1);
                    fall0 = Vector256.MaxNative(Vector256.Load(fall + i) + slope0, fall0);
                    fall1 = Vector256.MaxNative(Vector256.Load(fall + i + 4) + slope1, fall1);
                    here0 += eight;
                    here1 += eight;
                }
            }
        }

        _largestRise = double.NegativeInfinity;
        _largestFall = double.NegativeInfinity;
        _first = -1;
        for (int lane = 0; lane < 4; lane++)
        {
            Consider(best0[lane], (int)where0[lane]);
            Consider(best1[lane], (int)where1[lane]);
            _largestFall = Math.Max(_largestFall, Math.Max(fall0[lane], fall1[lane]));
        }
    }

    private void Consider(double gain, int row)
    {
        if (gain > _largestRise || (gain == _largestRise && row < _first))
        {
            _largestRise = gain;
            _first = row;
        }
    }

    /// <summary>Rows inside their limits lie on their margin, which fixes the intercept; without one, the middle of what is allowed.</summary>
    private double FindIntercept()
    {
        double sum = 0;
        int free = 0;
        for (int row = 0; row < _labels.Length; row++)
        {
            (double low, double high) = Range(row);
            if (_coefficients[row] > low && _coefficients[row] < high)
            {
                sum -= _gradient[row];
                free++;
            }
        }

        return free > 0 ? sum / free : (_largestRise - _largestFall) / 2;
    }
}
