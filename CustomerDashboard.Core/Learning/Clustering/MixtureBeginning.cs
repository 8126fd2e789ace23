using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>The mixture a start begins with: one component per group of points.</summary>
internal static class MixtureBeginning
{
    /// <summary>Null when a covariance has no inverse.</summary>
    public static MixtureParameters? OfGroups(MixtureShape shape, KMeansState groups, double regularisation)
    {
        ColumnarPoints points = groups.Points;
        int dimensions = shape.Dimensions;
        var sums = new MixtureSums(shape);
        var differences = new double[dimensions];
        for (int point = 0; point < points.Count; point++)
        {
            int group = (int)groups.Labels[point];
            sums.Counts[group]++;
            points.CopyPoint(point, differences);
            int product = group * shape.Products;
            for (int i = 0; i < dimensions; i++)
            {
                differences[i] -= groups.Centroids[(group * dimensions) + i];
                sums.Differences[(group * dimensions) + i] += differences[i];
                for (int j = shape.IsAxisParallel ? i : 0; j <= i; j++)
                {
                    sums.Products[product++] += differences[i] * differences[j];
                }
            }
        }

        return sums.Maximise(groups.Centroids, before: null, regularisation);
    }
}
