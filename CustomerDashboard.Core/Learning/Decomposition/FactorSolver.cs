using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CustomerDashboard.Core.Learning.Decomposition;

/// <summary>
/// Solves the equations of one row by conjugate gradients without forming their matrix (G. Takács, I. Pilászy, D. Tikk,
/// "Applications of the conjugate gradient method for implicit feedback collaborative filtering", RecSys 2011). Not to be shared
/// between threads.
/// </summary>
internal sealed unsafe class FactorSolver
{
    private const int Lanes = 8;

    private readonly FactorTable _columns;
    private readonly FactorGram _gram;
    private readonly float _confidence;
    private readonly int _steps;
    private readonly float[] _residual;
    private readonly float[] _direction;
    private readonly float[] _image;

    public FactorSolver(FactorTable columns, FactorGram gram, float confidence, int steps)
    {
        (_columns, _gram, _confidence, _steps) = (columns, gram, confidence, steps);
        _residual = new float[columns.Stride];
        _direction = new float[columns.Stride];
        _image = new float[columns.Stride];
    }

    /// <summary>Improves <paramref name="factors"/> (padded) towards the solution for a row with these entries.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Solve(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, Span<float> factors)
    {
        if (columns.IsEmpty)
        {
            factors.Clear();
            return;
        }

        int width = _columns.Stride / Lanes;
        fixed (float* x = factors, residual = _residual, direction = _direction, image = _image, all = _columns.Values)
        {
            // The residual at the start: for each entry (1 + c r) - c r <y, x> along y, less the shared part.
            Shared(x, residual);
            for (int v = 0; v < width; v++)
            {
                Vector256.Store(-Vector256.Load(residual + (v * Lanes)), residual + (v * Lanes));
            }

            for (int i = 0; i < columns.Length; i++)
            {
                float weight = _confidence * values[i];
                float* column = all + ((long)columns[i] * _columns.Stride);
                Add(residual, 1 + weight - (weight * Dot(column, x, width)), column, width);
            }

            _residual.CopyTo(_direction, 0);
            float square = Dot(residual, residual, width);
            for (int step = 0; step < _steps && square > 1e-20f; step++)
            {
                Shared(direction, image);
                for (int i = 0; i < columns.Length; i++)
                {
                    float* column = all + ((long)columns[i] * _columns.Stride);
                    Add(image, _confidence * values[i] * Dot(column, direction, width), column, width);
                }

                float length = square / Dot(direction, image, width);
                if (!float.IsFinite(length))
                {
                    return;
                }

                Add(x, length, direction, width);
                Add(residual, -length, image, width);
                float next = Dot(residual, residual, width);
                Vector256<float> kept = Vector256.Create(next / square);
                for (int v = 0; v < width; v++)
                {
                    Vector256.Store((kept * Vector256.Load(direction + (v * Lanes))) + Vector256.Load(residual + (v * Lanes)), direction + (v * Lanes));
                }

                square = next;
            }
        }
    }

    /// <summary>The part of the equations that all rows share, times x: four vectors at a time, so that the sums stay in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Shared(float* x, float* image)
    {
        int stride = _columns.Stride;
        int factors = _columns.Factors;
        fixed (float* gram = _gram.Values)
        {
            int v = 0;
            for (; v + (4 * Lanes) <= stride; v += 4 * Lanes)
            {
                Vector256<float> a = Vector256<float>.Zero, b = a, c = a, d = a;
                float* row = gram + v;
                for (int i = 0; i < factors; i++, row += stride)
                {
                    Vector256<float> factor = Vector256.Create(x[i]);
                    a += factor * Vector256.Load(row);
                    b += factor * Vector256.Load(row + Lanes);
                    c += factor * Vector256.Load(row + (2 * Lanes));
                    d += factor * Vector256.Load(row + (3 * Lanes));
                }

                Vector256.Store(a, image + v);
                Vector256.Store(b, image + v + Lanes);
                Vector256.Store(c, image + v + (2 * Lanes));
                Vector256.Store(d, image + v + (3 * Lanes));
            }

            for (; v < stride; v += Lanes)
            {
                Vector256<float> sum = Vector256<float>.Zero;
                float* row = gram + v;
                for (int i = 0; i < factors; i++, row += stride)
                {
                    sum += Vector256.Create(x[i]) * Vector256.Load(row);
                }

                Vector256.Store(sum, image + v);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Dot(float* x, float* y, int width)
    {
        Vector256<float> even = Vector256<float>.Zero;
        Vector256<float> odd = Vector256<float>.Zero;
        int v = 0;
        for (; v + 1 < width; v += 2)
        {
            even += Vector256.Load(x + (v * Lanes)) * Vector256.Load(y + (v * Lanes));
            odd += Vector256.Load(x + ((v + 1) * Lanes)) * Vector256.Load(y + ((v + 1) * Lanes));
        }

        if (v < width)
        {
            even += Vector256.Load(x + (v * Lanes)) * Vector256.Load(y + (v * Lanes));
        }

        return Vector256.Sum(even + odd);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float* sum, float factor, float* x, int width)
    {
        Vector256<float> factors = Vector256.Create(factor);
        for (int v = 0; v < width; v++)
        {
            Vector256.Store(Vector256.Load(sum + (v * Lanes)) + (factors * Vector256.Load(x + (v * Lanes))), sum + (v * Lanes));
        }
    }
}
