using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>A ball around each group of sixteen points that stand together, to rule out centroids for all of them at once.</summary>
internal sealed class PointGroups
{
    /// <summary>Bounds are widened by this share, far more than rounding, so that a ruled-out centroid never was the nearest.</summary>
    public const double Safety = 1 + 1e-9;

    public PointGroups(ColumnarPoints points)
    {
        int groups = (points.Count + ColumnarPoints.Group - 1) / ColumnarPoints.Group;
        var centres = new Matrix(groups, points.Dimensions);
        Radii = new double[(groups + ColumnarPoints.Group - 1) / ColumnarPoints.Group * ColumnarPoints.Group];
        var point = new double[points.Dimensions];
        for (int group = 0; group < groups; group++)
        {
            int start = group * ColumnarPoints.Group;
            int end = Math.Min(points.Count, start + ColumnarPoints.Group);
            Span<double> centre = centres.Row(group);
            for (int dimension = 0; dimension < points.Dimensions; dimension++)
            {
                ReadOnlySpan<double> column = points.Values.AsSpan((dimension * points.Stride) + start, end - start);
                double smallest = column[0];
                double largest = column[0];
                foreach (double value in column)
                {
                    smallest = Math.Min(smallest, value);
                    largest = Math.Max(largest, value);
                }

                centre[dimension] = (smallest / 2) + (largest / 2);
            }

            for (int i = start; i < end; i++)
            {
                points.CopyPoint(i, point);
                Radii[group] = Math.Max(Radii[group], Distances.Euclidean(point, centre) * Safety);
            }
        }

        Centres = new ColumnarPoints(centres);
    }

    /// <summary>The middle of each group.</summary>
    public ColumnarPoints Centres { get; }

    /// <summary>How far the farthest point of each group is from its middle; padded like the middles.</summary>
    public double[] Radii { get; }
}
