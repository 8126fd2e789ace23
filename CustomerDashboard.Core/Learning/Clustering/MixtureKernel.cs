using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// Which component answers for which of a few points at a time, four points per register, with scratch that stays in near memory. Not
/// for two threads at once. What a point gets does not depend on the points beside it.
/// </summary>
internal sealed unsafe class MixtureKernel
{
    /// <summary>How many points are taken at once.</summary>
    public const int Chunk = 256;

    /// <summary>
    /// A component whose density is less than e to this power of the greatest has no share: it would change no sum by more than rounding does.
    /// </summary>
    private const double NegligibleLog = -40;

    private const int Lanes = 4;

    private readonly MixtureShape _shape;
    private readonly double[] _columns;
    private readonly double[] _scaled;
    private readonly double[] _shares;
    private readonly double[] _greatest;
    private readonly double[] _sums;
    private readonly bool[] _isPresent;

    public MixtureKernel(MixtureShape shape)
    {
        _shape = shape;
        _columns = new double[(shape.Dimensions + 1) * Chunk];

        // One more, so that they can be taken by twos.
        _scaled = new double[(shape.Moments + 1) * Chunk];
        _shares = new double[shape.Components * Chunk];
        _greatest = new double[Chunk];
        _sums = new double[Chunk];
        _isPresent = new bool[shape.Components];
    }

    /// <summary>The density of a component at the points of the last <see cref="Expect"/>, relative to the greatest; to be divided by <see cref="Totals"/>.</summary>
    public ReadOnlySpan<double> RelativeDensities(int component) => _shares.AsSpan(component * Chunk, Chunk);

    /// <summary>The sum of the relative densities of each point.</summary>
    public ReadOnlySpan<double> Totals => _sums;

    /// <summary>Weighs the components at each point of a chunk.</summary>
    /// <returns>The log-likelihood of the points.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Expect(ColumnarPoints points, int start, int end, MixtureParameters parameters)
    {
        int count = end - start;
        int padded = (count + Lanes - 1) / Lanes * Lanes;
        fixed (double* values = points.Values, columns = _columns, shares = _shares, greatest = _greatest, sums = _sums)
        {
            for (int i = 0; i < _shape.Dimensions; i++)
            {
                Vector256<double> origin = Vector256.Create(parameters.Origin[i]);
                double* column = values + (i * (long)points.Stride) + start;
                for (int point = 0; point < padded; point += Lanes)
                {
                    (Vector256.Load(column + point) - origin).Store(columns + (i * Chunk) + point);
                }
            }

            _greatest.AsSpan().Fill(double.NegativeInfinity);
            _sums.AsSpan().Clear();
            for (int component = 0; component < _shape.Components; component++)
            {
                LogDensities(padded, parameters, component, columns, shares + (component * Chunk), greatest);
            }

            for (int component = 0; component < _shape.Components; component++)
            {
                _isPresent[component] = Exponentiate(padded, shares + (component * Chunk), greatest, sums);
            }
        }

        return VectorSums.Sum(_greatest.AsSpan(0, count)) + SumOfLogs(_sums.AsSpan(0, count));
    }

    /// <summary>Adds the points of the last <see cref="Expect"/> to the sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Accumulate(int count, MixtureSums sums)
    {
        int padded = (count + Lanes - 1) / Lanes * Lanes;
        Scale(count, padded);
        fixed (double* scaled = _scaled, shares = _shares)
        {
            for (int component = 0; component < _shape.Components; component++)
            {
                if (!_isPresent[component])
                {
                    continue;
                }

                double* own = shares + (component * Chunk);
                Span<double> moments = sums.Moments.AsSpan(component * _shape.Moments, _shape.Moments);
                for (int moment = 0; moment < moments.Length; moment += 2)
                {
                    double* first = scaled + (moment * Chunk);
                    double* second = first + Chunk;
                    Vector256<double> firstSum = Vector256<double>.Zero;
                    Vector256<double> secondSum = Vector256<double>.Zero;
                    for (int point = 0; point < padded; point += Lanes)
                    {
                        Vector256<double> share = Vector256.Load(own + point);
                        firstSum += share * Vector256.Load(first + point);
                        secondSum += share * Vector256.Load(second + point);
                    }

                    moments[moment] += Vector256.Sum(firstSum);
                    if (moment + 1 < moments.Length)
                    {
                        moments[moment + 1] += Vector256.Sum(secondSum);
                    }
                }
            }
        }
    }

    /// <summary>Ones, coordinates and their products, all divided by the sum of the densities, so that no component has to divide.</summary>
    private void Scale(int count, int padded)
    {
        // What pads the last register belongs to nobody.
        _scaled.AsSpan(0, padded).Clear();
        for (int point = 0; point < count; point++)
        {
            _scaled[point] = 1 / _sums[point];
        }

        fixed (double* columns = _columns, scaled = _scaled)
        {
            int product = 1 + _shape.Dimensions;
            for (int i = 0; i < _shape.Dimensions; i++)
            {
                Multiply(padded, columns + (i * Chunk), scaled, scaled + ((1 + i) * Chunk));
                for (int j = _shape.IsAxisParallel ? i : 0; j <= i; j++, product++)
                {
                    Multiply(padded, scaled + ((1 + i) * Chunk), columns + (j * Chunk), scaled + (product * Chunk));
                }
            }
        }
    }

    private static void Multiply(int padded, double* first, double* second, double* result)
    {
        for (int point = 0; point < padded; point += Lanes)
        {
            (Vector256.Load(first + point) * Vector256.Load(second + point)).Store(result + point);
        }
    }

    /// <summary>The log of weight times density: the whitened point is W(x - mean), and two rows of W are taken at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LogDensities(int padded, MixtureParameters parameters, int component, double* columns, double* logs, double* greatest)
    {
        int dimensions = _shape.Dimensions;
        Vector256<double> factor = Vector256.Create(parameters.LogFactors[component]);
        Vector256<double> half = Vector256.Create(0.5);
        fixed (double* whitening = parameters.Whitening[component], allOffsets = parameters.Offsets)
        {
            double* offsets = allOffsets + (component * dimensions);
            for (int point = 0; point < padded; point += Lanes)
            {
                Vector256<double> squares = Vector256<double>.Zero;
                double* row = whitening;
                for (int i = 0; i < dimensions; i++)
                {
                    Vector256<double> whitened = Vector256.Create(-offsets[i]);
                    if (_shape.IsAxisParallel)
                    {
                        whitened += Vector256.Create(whitening[i]) * Vector256.Load(columns + (i * Chunk) + point);
                    }
                    else
                    {
                        double* column = columns + point;
                        for (int j = 0; j <= i; j++)
                        {
                            whitened += Vector256.Create(row[j]) * Vector256.Load(column);
                            column += Chunk;
                        }

                        row += dimensions;
                    }

                    squares += whitened * whitened;
                }

                Vector256<double> log = factor - (half * squares);
                log.Store(logs + point);
                Vector256.MaxNative(Vector256.Load(greatest + point), log).Store(greatest + point);
            }
        }
    }

    /// <summary>Turns log densities into densities relative to the greatest and adds them up.</summary>
    /// <returns>Whether any is more than negligible.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Exponentiate(int padded, double* logs, double* greatest, double* sums)
    {
        bool any = false;
        Vector256<double> least = Vector256.Create(NegligibleLog);
        for (int point = 0; point < padded; point += Lanes)
        {
            Vector256<double> log = Vector256.Load(logs + point) - Vector256.Load(greatest + point);
            Vector256<double> isPresent = Vector256.GreaterThan(log, least);
            if (isPresent.ExtractMostSignificantBits() == 0)
            {
                Vector256<double>.Zero.Store(logs + point);
                continue;
            }

            any = true;
            Vector256<double> density = Vector256.BitwiseAnd(VectorExponential.OfNonPositive(log), isPresent);
            density.Store(logs + point);
            (Vector256.Load(sums + point) + density).Store(sums + point);
        }

        return any;
    }

    /// <summary>Each number is at least 1 and at most the number of components, so that several can share one logarithm.</summary>
    private double SumOfLogs(ReadOnlySpan<double> values)
    {
        // Products of this many stay below 1e300.
        int together = Math.Clamp((int)(300 / Math.Log10(Math.Max(2, _shape.Components))), 1, Chunk);
        double sum = 0;
        for (int start = 0; start < values.Length; start += together)
        {
            double product = 1;
            foreach (double value in values.Slice(start, Math.Min(together, values.Length - start)))
            {
                product *= value;
            }

            sum += Math.Log(product);
        }

        return sum;
    }
}
