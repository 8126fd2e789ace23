using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Learning.Trees;

/// <summary>Made-up rows for tests of trees: the label leans on the first two columns, the amount too.</summary>
internal static class TreeSamples
{
    public static (Matrix Points, bool[] Labels, double[] Amounts) Draw(int rows, int columns, int seed, double missing = 0)
    {
        var random = new RandomSource(seed);
        var points = new Matrix(rows, columns);
        var labels = new bool[rows];
        var amounts = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                points[row, column] = random.NextGaussian();
            }

            double lean = points[row, 0] + (columns > 1 ? points[row, 0] * points[row, 1] : 0);
            labels[row] = row == 0 || (row > 1 && random.NextDouble() < 1 / (1 + Math.Exp(-2 * lean)));
            amounts[row] = labels[row] ? Math.Exp(1 + (0.5 * lean) + (0.3 * random.NextGaussian())) : 0;
            for (int column = 0; column < columns; column++)
            {
                points[row, column] = random.NextDouble() < missing ? double.NaN : points[row, column];
            }
        }

        return (points, labels, amounts);
    }

    /// <summary>Every row as often as its weight says.</summary>
    public static int[] Repeated(double[] weights) =>
        [.. Enumerable.Range(0, weights.Length).SelectMany(row => Enumerable.Repeat(row, (int)weights[row]))];

    public static double[] DrawWeights(int rows, int seed)
    {
        var random = new RandomSource(seed);
        return [.. Enumerable.Range(0, rows).Select(row => row < 2 ? 1.0 : random.NextInt(4))];
    }
}
