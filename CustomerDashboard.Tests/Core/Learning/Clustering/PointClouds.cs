using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Learning.Clustering;

/// <summary>Made-up points for tests of clusterers and their metrics.</summary>
internal static class PointClouds
{
    /// <summary>Round groups of the given sizes, far apart, one after the other.</summary>
    public static Matrix Groups(int seed, int dimensions, params int[] sizes)
    {
        var random = new RandomSource(seed);
        var points = new Matrix(sizes.Sum(), dimensions);
        int row = 0;
        for (int group = 0; group < sizes.Length; group++)
        {
            for (int member = 0; member < sizes[group]; member++, row++)
            {
                for (int column = 0; column < dimensions; column++)
                {
                    points[row, column] = random.NextGaussian() + (group % dimensions == column ? 12.0 * (group + 1) : 0);
                }
            }
        }

        return points;
    }

    /// <summary>Points without any structure.</summary>
    public static Matrix Uniform(int seed, int rows, int dimensions)
    {
        var random = new RandomSource(seed);
        var points = new Matrix(rows, dimensions);
        for (int i = 0; i < points.Values.Length; i++)
        {
            points.Values[i] = random.NextDouble();
        }

        return points;
    }
}
