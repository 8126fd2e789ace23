using System.Numerics.Tensors;

namespace CustomerDashboard.Core.Learning.Regression;

/// <summary>
/// Least squares with an absolute penalty by coordinate descent on the products of the columns, which are computed once. A ridge is part of the
/// columns already, as rows of its own.
/// </summary>
internal static class LassoDescent
{
    private const int MostSweeps = 100_000;

    /// <summary>The coefficients that minimise |target - columns x coefficients|^2 + penalty x sum of |coefficient|.</summary>
    public static double[] Solve(double[][] columns, double[] target, double penalty, CancellationToken cancellationToken)
    {
        int size = columns.Length;
        var products = new double[size][];
        var slopes = new double[size];
        double target2 = TensorPrimitives.Dot<double>(target, target);
        for (int i = 0; i < size; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            products[i] = new double[size];
            for (int j = 0; j <= i; j++)
            {
                products[i][j] = products[j][i] = TensorPrimitives.Dot<double>(columns[i], columns[j]);
            }

            slopes[i] = TensorPrimitives.Dot<double>(columns[i], target);
        }

        var coefficients = new double[size];
        for (int sweep = 0; sweep < MostSweeps; sweep++)
        {
            double furthest = 0;
            for (int i = 0; i < size; i++)
            {
                double square = products[i][i];
                if (square <= 0)
                {
                    continue;
                }

                double pull = slopes[i] + (square * coefficients[i]);
                double next = Math.Sign(pull) * Math.Max(0, Math.Abs(pull) - (penalty / 2)) / square;
                double change = next - coefficients[i];
                if (change == 0)
                {
                    continue;
                }

                coefficients[i] = next;
                TensorPrimitives.MultiplyAdd(products[i], -change, slopes, slopes);
                furthest = Math.Max(furthest, change * change * square);
            }

            if (furthest <= 1e-24 * target2)
            {
                break;
            }
        }

        return coefficients;
    }
}
