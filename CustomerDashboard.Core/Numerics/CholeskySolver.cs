namespace CustomerDashboard.Core.Numerics;

/// <summary>
/// Solves symmetric positive definite systems by Cholesky's factorisation (Golub and Van Loan, "Matrix Computations",
/// 4.2). Meant for the small systems of regression: O(d^3 / 3) to factor, O(d^2) to solve.
/// </summary>
internal sealed class CholeskySolver
{
    private readonly int _size;
    private readonly double[] _lower;

    private CholeskySolver(int size, double[] lower)
    {
        _size = size;
        _lower = lower;
    }

    /// <summary>Factors the lower triangle of a row-major size x size matrix; false when it is not positive definite.</summary>
    public static bool TryFactor(ReadOnlySpan<double> matrix, int size, out CholeskySolver solver)
    {
        var lower = new double[size * size];
        solver = new CholeskySolver(size, lower);
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                double sum = matrix[(row * size) + column];
                for (int k = 0; k < column; k++)
                {
                    sum -= lower[(row * size) + k] * lower[(column * size) + k];
                }

                if (column < row)
                {
                    lower[(row * size) + column] = sum / lower[(column * size) + column];
                    continue;
                }

                // A pivot that has lost nearly all its digits is rounding noise, not curvature.
                if (!(sum > Math.Abs(matrix[(row * size) + row]) * 1e-14))
                {
                    return false;
                }

                lower[(row * size) + row] = Math.Sqrt(sum);
            }
        }

        return true;
    }

    /// <summary>Replaces <paramref name="values"/> by the solution of A x = values.</summary>
    public void Solve(Span<double> values)
    {
        for (int row = 0; row < _size; row++)
        {
            double sum = values[row];
            for (int k = 0; k < row; k++)
            {
                sum -= _lower[(row * _size) + k] * values[k];
            }

            values[row] = sum / _lower[(row * _size) + row];
        }

        for (int row = _size - 1; row >= 0; row--)
        {
            double sum = values[row];
            for (int k = row + 1; k < _size; k++)
            {
                sum -= _lower[(k * _size) + row] * values[k];
            }

            values[row] = sum / _lower[(row * _size) + row];
        }
    }

    /// <summary>The inverse of the factor: the lower triangular matrix W (row-major) for which |W x|^2 = x' A^-1 x.</summary>
    public double[] InverseFactor()
    {
        var inverse = new double[_lower.Length];
        for (int column = 0; column < _size; column++)
        {
            for (int row = column; row < _size; row++)
            {
                double sum = row == column ? 1 : 0;
                for (int k = column; k < row; k++)
                {
                    sum -= _lower[(row * _size) + k] * inverse[(k * _size) + column];
                }

                inverse[(row * _size) + column] = sum / _lower[(row * _size) + row];
            }
        }

        return inverse;
    }

    /// <summary>The diagonal of the inverse.</summary>
    public double[] InverseDiagonal()
    {
        var diagonal = new double[_size];
        var unit = new double[_size];
        for (int i = 0; i < _size; i++)
        {
            Array.Clear(unit);
            unit[i] = 1;
            Solve(unit);
            diagonal[i] = unit[i];
        }

        return diagonal;
    }
}
