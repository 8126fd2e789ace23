using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// Which component answers for which of a few points at a time, four points per register, with scratch that stays in near memory. Not
/// for two threads at once. What a point gets does not depend on the points beside it.
/// </summary>
internal sealed class MixtureKernel
{
    /// <summary>How many points are taken at once.</summary>
    public const int Chunk = 256;

    private const int Lanes = 4;

    private readonly MixtureShape _shape;
    private readonly double[] _differences;
    private readonly double[] _responsibilities;
    private readonly double[] _greatest;
    private readonly double[] _sums;
    private readonly double[] _weighted;

    public MixtureKernel(MixtureShape shape)
    {
        _shape = shape;
        _differences = new double[shape.Dimensions * Chunk];
        _responsibilities = new double[shape.Components * Chunk];
        _greatest = new double[Chunk];
        _sums = new double[Chunk];
        _weighted = new double[Chunk];
    }

    /// <summary>How much a component answers for the points of the last <see cref="Expect"/>, from 0 to 1.</summary>
    public ReadOnlySpan<double> Responsibilities(int component) => _responsibilities.AsSpan(component * Chunk, Chunk);

    /// <summary>Shares the points of a chunk out among the components.</summary>
    /// <returns>The log-likelihood of the points.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Expect(ColumnarPoints points, int start, int end, MixtureParameters parameters)
    {
        int count = end - start;
        int vectors = (count + Lanes - 1) / Lanes;
        for (int component = 0; component < _shape.Components; component++)
        {
            Subtract(points, start, vectors, parameters, component);
            LogDensities(vectors, parameters, component);
        }

        Span<Vector256<double>> greatest = Vectors(_greatest)[..vectors];
        Span<Vector256<double>> sums = Vectors(_sums)[..vectors];
        Vectors(_responsibilities)[..vectors].CopyTo(greatest);
        for (int component = 1; component < _shape.Components; component++)
        {
            Span<Vector256<double>> logs = Vectors(_responsibilities).Slice(component * Chunk / Lanes, vectors);
            for (int v = 0; v < greatest.Length; v++)
            {
                greatest[v] = Vector256.Max(greatest[v], logs[v]);
            }
        }

        sums.Clear();
        for (int component = 0; component < _shape.Components; component++)
        {
            Span<Vector256<double>> logs = Vectors(_responsibilities).Slice(component * Chunk / Lanes, vectors);
            for (int v = 0; v < logs.Length; v++)
            {
                logs[v] = VectorExponential.OfNonPositive(logs[v] - greatest[v]);
                sums[v] += logs[v];
            }
        }

        double logLikelihood = VectorSums.Sum(_greatest.AsSpan(0, count)) + SumOfLogs(_sums.AsSpan(0, count));
        for (int v = 0; v < sums.Length; v++)
        {
            sums[v] = Vector256<double>.One / sums[v];
        }

        // What pads the last register belongs to nobody.
        _sums.AsSpan(count, (vectors * Lanes) - count).Clear();
        for (int component = 0; component < _shape.Components; component++)
        {
            Span<Vector256<double>> shares = Vectors(_responsibilities).Slice(component * Chunk / Lanes, vectors);
            for (int v = 0; v < shares.Length; v++)
            {
                shares[v] *= sums[v];
            }
        }

        return logLikelihood;
    }

    /// <summary>Adds the points of a chunk, as shared out by <see cref="Expect"/>, to the sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Accumulate(ColumnarPoints points, int start, int end, MixtureParameters parameters, MixtureSums sums)
    {
        int vectors = (end - start + Lanes - 1) / Lanes;
        Span<Vector256<double>> weighted = Vectors(_weighted)[..vectors];
        for (int component = 0; component < _shape.Components; component++)
        {
            Subtract(points, start, vectors, parameters, component);
            ReadOnlySpan<Vector256<double>> shares = Vectors(_responsibilities).Slice(component * Chunk / Lanes, vectors);
            Vector256<double> total = Vector256<double>.Zero;
            for (int v = 0; v < shares.Length; v++)
            {
                total += shares[v];
            }

            sums.Counts[component] += Vector256.Sum(total);
            int product = component * _shape.Products;
            for (int i = 0; i < _shape.Dimensions; i++)
            {
                ReadOnlySpan<Vector256<double>> differences = Vectors(_differences).Slice(i * Chunk / Lanes, vectors);
                total = Vector256<double>.Zero;
                for (int v = 0; v < shares.Length; v++)
                {
                    weighted[v] = shares[v] * differences[v];
                    total += weighted[v];
                }

                sums.Differences[(component * _shape.Dimensions) + i] += Vector256.Sum(total);
                for (int j = _shape.IsAxisParallel ? i : 0; j <= i; j++)
                {
                    ReadOnlySpan<Vector256<double>> others = Vectors(_differences).Slice(j * Chunk / Lanes, vectors);
                    total = Vector256<double>.Zero;
                    for (int v = 0; v < weighted.Length; v++)
                    {
                        total += weighted[v] * others[v];
                    }

                    sums.Products[product++] += Vector256.Sum(total);
                }
            }
        }
    }

    private void Subtract(ColumnarPoints points, int start, int vectors, MixtureParameters parameters, int component)
    {
        for (int i = 0; i < _shape.Dimensions; i++)
        {
            ReadOnlySpan<Vector256<double>> column = Vectors(points.Values.AsSpan((i * points.Stride) + start, vectors * Lanes));
            Span<Vector256<double>> differences = Vectors(_differences).Slice(i * Chunk / Lanes, vectors);
            Vector256<double> mean = Vector256.Create(parameters.Means[(component * _shape.Dimensions) + i]);
            for (int v = 0; v < column.Length; v++)
            {
                differences[v] = column[v] - mean;
            }
        }
    }

    /// <summary>The log of weight times density, before it is shared out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LogDensities(int vectors, MixtureParameters parameters, int component)
    {
        int dimensions = _shape.Dimensions;
        double[] whitening = parameters.Whitening[component];
        Vector256<double> factor = Vector256.Create(parameters.LogFactors[component]);
        Vector256<double> half = Vector256.Create(0.5);
        ReadOnlySpan<Vector256<double>> differences = Vectors(_differences);
        Span<Vector256<double>> logs = Vectors(_responsibilities).Slice(component * Chunk / Lanes, vectors);
        for (int v = 0; v < logs.Length; v++)
        {
            Vector256<double> squares = Vector256<double>.Zero;
            for (int i = 0; i < dimensions; i++)
            {
                Vector256<double> whitened;
                if (_shape.IsAxisParallel)
                {
                    whitened = differences[(i * (Chunk / Lanes)) + v] * Vector256.Create(whitening[i]);
                }
                else
                {
                    whitened = Vector256<double>.Zero;
                    for (int j = 0; j <= i; j++)
                    {
                        whitened += differences[(j * (Chunk / Lanes)) + v] * Vector256.Create(whitening[(i * dimensions) + j]);
                    }
                }

                squares += whitened * whitened;
            }

            logs[v] = factor - (half * squares);
        }
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

    private static Span<Vector256<double>> Vectors(Span<double> values) => MemoryMarshal.Cast<double, Vector256<double>>(values);
}
