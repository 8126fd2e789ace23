using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>The likeness of places to a fixed set of rows, sixteen rows at a time.</summary>
internal sealed class KernelValues(Matrix points, SupportVectorKernel kernel, double gamma)
{
    private readonly ColumnarPoints _points = new(points);

    public int Count => _points.Count;

    public int Dimensions => _points.Dimensions;

    /// <summary>The number of rows rounded up to whole groups.</summary>
    public int Stride => _points.Stride;

    /// <summary>The rows as they were given.</summary>
    public Matrix Points()
    {
        var points = new Matrix(Count, Dimensions);
        for (int row = 0; row < Count; row++)
        {
            _points.CopyPoint(row, points.Row(row));
        }

        return points;
    }

    /// <summary>The likeness of a row to itself.</summary>
    public double Diagonal(int row)
    {
        if (kernel == SupportVectorKernel.Rbf)
        {
            return 1;
        }

        Span<double> place = stackalloc double[Dimensions];
        _points.CopyPoint(row, place);
        return VectorSums.Dot(place, place);
    }

    /// <summary>Writes the likeness of one row to every row, padded to whole groups.</summary>
    /// <param name="row">The row.</param>
    /// <param name="values">Where to write; as long as <see cref="Stride"/>.</param>
    /// <param name="start">Where to begin, at a whole group; what stands before stays as it is.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void Write(int row, Span<float> values, int start = 0)
    {
        Span<double> place = stackalloc double[Dimensions];
        _points.CopyPoint(row, place);
        fixed (double* columns = _points.Values, centre = place)
        {
            fixed (float* target = values)
            {
                for (int first = start; first < Stride; first += ColumnarPoints.Group)
                {
                    Sixteen(columns + first, centre, out Vector256<double> v0, out Vector256<double> v1, out Vector256<double> v2, out Vector256<double> v3);
                    Vector256.Narrow(v0, v1).Store(target + first);
                    Vector256.Narrow(v2, v3).Store(target + first + 8);
                }
            }
        }
    }

    /// <summary>The sum over the rows of coefficient x likeness to a place.</summary>
    /// <param name="place">d coordinates.</param>
    /// <param name="coefficients">One per row, padded with zeros to <see cref="Stride"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe double WeightedSum(ReadOnlySpan<double> place, ReadOnlySpan<double> coefficients)
    {
        Vector256<double> even = Vector256<double>.Zero, odd = even;
        fixed (double* columns = _points.Values, centre = place, factors = coefficients)
        {
            for (int first = 0; first < Stride; first += ColumnarPoints.Group)
            {
                Sixteen(columns + first, centre, out Vector256<double> v0, out Vector256<double> v1, out Vector256<double> v2, out Vector256<double> v3);
                even += v0 * Vector256.Load(factors + first);
                odd += v1 * Vector256.Load(factors + first + 4);
                even += v2 * Vector256.Load(factors + first + 8);
                odd += v3 * Vector256.Load(factors + first + 12);
            }
        }

        return Vector256.Sum(even + odd);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe void Sixteen(
        double* column, double* centre, out Vector256<double> v0, out Vector256<double> v1, out Vector256<double> v2, out Vector256<double> v3)
    {
        if (kernel == SupportVectorKernel.Rbf)
        {
            SquaredDistances.OfSixteen(column, Stride, centre, Dimensions, out v0, out v1, out v2, out v3);
            Vector256<double> factor = Vector256.Create(-gamma);
            v0 = VectorExponential.OfNonPositive(v0 * factor);
            v1 = VectorExponential.OfNonPositive(v1 * factor);
            v2 = VectorExponential.OfNonPositive(v2 * factor);
            v3 = VectorExponential.OfNonPositive(v3 * factor);
            return;
        }

        v0 = v1 = v2 = v3 = Vector256<double>.Zero;
        for (int dimension = 0; dimension < Dimensions; dimension++)
        {
            Vector256<double> coordinate = Vector256.Create(centre[dimension]);
            v0 += Vector256.Load(column) * coordinate;
            v1 += Vector256.Load(column + 4) * coordinate;
            v2 += Vector256.Load(column + 8) * coordinate;
            v3 += Vector256.Load(column + 12) * coordinate;
            column += Stride;
        }
    }
}
