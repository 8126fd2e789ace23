using System.Numerics;
using System.Runtime.CompilerServices;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>
/// The weighted losses of all rows plus half a penalty times the squared coefficients, with gradient and Hessian, all from one pass
/// over the rows. The intercept is the last weight and free of the penalty. Its loops are compiled with full optimisation at once,
/// because a whole fit is over before tiered compilation would get to them. Rows are copied once, padded to whole vectors with a 1
/// for the intercept. Many rows are shared between threads in blocks of fixed size, so that sums do not depend on the threads.
/// </summary>
internal sealed class LinearObjective
{
    private const int RowsPerBlock = 16_384;

    private readonly double[] _rows;
    private readonly int _rowCount;
    private readonly int _size;
    private readonly int _stride;
    private readonly bool[] _labels;
    private readonly double[]? _rowWeights;
    private readonly LinearLoss _loss;
    private readonly double _penalty;
    private readonly int? _degreeOfParallelism;
    private readonly double[] _padded;
    private readonly Sums[] _blocks;

    /// <param name="points">The rows.</param>
    /// <param name="labels">Their answers.</param>
    /// <param name="rowWeights">How much each counts; null for 1. Rows that weigh 0 take no part.</param>
    /// <param name="loss">What a row costs.</param>
    /// <param name="penalty">The weight of the squared coefficients.</param>
    /// <param name="degreeOfParallelism">The most threads to use; null for one per processor.</param>
    public LinearObjective(
        Matrix points, ReadOnlySpan<bool> labels, double[]? rowWeights, LinearLoss loss, double penalty, int? degreeOfParallelism = null)
    {
        _rowCount = points.Rows;
        _size = points.Columns + 1;
        int width = Vector<double>.Count;
        _stride = (_size + width - 1) / width * width;
        _rows = new double[checked(_rowCount * _stride)];
        for (int row = 0; row < _rowCount; row++)
        {
            points.Row(row).CopyTo(_rows.AsSpan(row * _stride));
            _rows[(row * _stride) + points.Columns] = 1;
        }

        _labels = labels.ToArray();
        _rowWeights = rowWeights;
        _loss = loss;
        _penalty = penalty;
        _degreeOfParallelism = degreeOfParallelism;
        _padded = new double[_stride];
        _blocks = new Sums[Math.Max(1, (_rowCount + RowsPerBlock - 1) / RowsPerBlock)];
        for (int block = 0; block < _blocks.Length; block++)
        {
            _blocks[block] = new Sums(new double[_stride], new double[_size * _stride]);
        }
    }

    /// <summary>How many weights there are: the coefficients and the intercept.</summary>
    public int Size => _size;

    /// <summary>The weighted losses of all rows, without the penalty.</summary>
    public double Loss { get; private set; }

    public double LargestGradient { get; private set; } = double.PositiveInfinity;

    /// <summary>Whether the last evaluation's gradient was smaller than the one before.</summary>
    public bool GradientShrank { get; private set; }

    /// <summary>The slope along each weight at the last evaluation.</summary>
    public ReadOnlySpan<double> Gradient => _blocks[0].Gradient.AsSpan(0, _size);

    /// <summary>The curvature along two weights at the last evaluation.</summary>
    public double Curvature(int i, int j)
    {
        // Only the part right of the diagonal was accumulated.
        (int row, int column) = i <= j ? (i, j) : (j, i);
        return _blocks[0].Hessian[(row * _stride) + column];
    }

    /// <summary>The objective at <paramref name="weights"/>; gradient and Hessian are kept for the calls that follow.</summary>
    public double Evaluate(ReadOnlySpan<double> weights)
    {
        weights.CopyTo(_padded);
        ParallelWork.Run(
            _blocks.Length,
            _degreeOfParallelism,
            block => AddBlock(_blocks[block], block * RowsPerBlock, Math.Min(_rowCount, (block + 1) * RowsPerBlock)),
            CancellationToken.None);
        Sums sums = _blocks[0];
        for (int block = 1; block < _blocks.Length; block++)
        {
            sums.Add(_blocks[block]);
        }

        Loss = sums.Loss;
        double squares = 0;
        double[] gradient = sums.Gradient;
        for (int i = 0; i < _size - 1; i++)
        {
            squares += weights[i] * weights[i];
            gradient[i] += _penalty * weights[i];
            sums.Hessian[(i * _stride) + i] += _penalty;
        }

        double largest = 0;
        for (int i = 0; i < _size; i++)
        {
            largest = Math.Max(largest, Math.Abs(gradient[i]));
        }

        GradientShrank = largest < LargestGradient;
        LargestGradient = largest;
        return Loss + (_penalty * squares / 2);
    }

    /// <summary>The solution of Hessian x step = gradient; steepest descent scaled by the diagonal where the Hessian is singular.</summary>
    public double[] NewtonStep()
    {
        double[] step = Gradient.ToArray();
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
                matrix[(row * _size) + column] = Curvature(row, column);
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
    private void AddBlock(Sums sums, int first, int end)
    {
        Array.Clear(sums.Gradient);
        Array.Clear(sums.Hessian);
        double loss = 0;
        for (int row = first; row < end; row++)
        {
            double importance = _rowWeights is null ? 1 : _rowWeights[row];
            if (importance == 0)
            {
                continue;
            }

            ReadOnlySpan<double> values = _rows.AsSpan(row * _stride, _stride);
            double decision = Dot(values, _padded);
            bool label = _labels[row];
            if (_loss == LinearLoss.Logistic)
            {
                double exponential = Math.Exp(-Math.Abs(decision));
                double probability = decision >= 0 ? 1 / (1 + exponential) : exponential / (1 + exponential);

                // log(1 + e^z) - y z, written so that neither exponential overflows.
                loss += importance * (Math.Log(1 + exponential) + Math.Max(decision, 0) - (label ? decision : 0));
                Accumulate(sums, values, importance * (probability - (label ? 1 : 0)), importance * probability * (1 - probability));
                continue;
            }

            double side = label ? 1 : -1;
            double shortfall = 1 - (side * decision);
            if (shortfall > 0)
            {
                loss += importance * shortfall * shortfall;
                Accumulate(sums, values, -2 * importance * side * shortfall, 2 * importance);
            }
        }

        sums.Loss = loss;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Accumulate(Sums sums, ReadOnlySpan<double> values, double slope, double curvature)
    {
        int width = Vector<double>.Count;
        Span<double> gradient = sums.Gradient;
        for (int column = 0; column < _stride; column += width)
        {
            Span<double> target = gradient[column..];
            (new Vector<double>(target) + (new Vector<double>(values[column..]) * slope)).CopyTo(target);
        }

        Span<double> hessian = sums.Hessian;
        for (int row = 0; row < _size; row++)
        {
            var factor = new Vector<double>(curvature * values[row]);
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

    private sealed class Sums(double[] gradient, double[] hessian)
    {
        public double[] Gradient => gradient;

        public double[] Hessian => hessian;

        public double Loss { get; set; }

        public void Add(Sums other)
        {
            Loss += other.Loss;
            for (int i = 0; i < gradient.Length; i++)
            {
                gradient[i] += other.Gradient[i];
            }

            for (int i = 0; i < hessian.Length; i++)
            {
                hessian[i] += other.Hessian[i];
            }
        }
    }
}
