using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>The mixture a start begins with: one component per group of points.</summary>
internal static class MixtureBeginning
{
    /// <summary>Null when a covariance has no inverse.</summary>
    public static MixtureParameters? OfGroups(MixtureShape shape, KMeansState groups, double[] origin, double regularisation)
    {
        ColumnarPoints points = groups.Points;
        var sums = new MixtureSums(shape);
        var coordinates = new double[shape.Dimensions];
        for (int point = 0; point < points.Count; point++)
        {
            points.CopyPoint(point, coordinates);
            Span<double> moments = sums.Moments.AsSpan((int)groups.Labels[point] * shape.Moments, shape.Moments);
            moments[0]++;
            int product = 1 + shape.Dimensions;
            for (int i = 0; i < coordinates.Length; i++)
            {
                coordinates[i] -= origin[i];
                moments[1 + i] += coordinates[i];
                for (int j = shape.IsAxisParallel ? i : 0; j <= i; j++)
                {
                    moments[product++] += coordinates[i] * coordinates[j];
                }
            }
        }

        return sums.Maximise(origin, before: null, regularisation);
    }
}
