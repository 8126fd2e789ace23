using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Learning.Clustering;

/// <summary>Hierarchical clustering straight from the definition: look at all pairs of clusters, join the nearest, repeat. O(n^3) pairs.</summary>
internal static class NaiveTree
{
    /// <summary>The heights of the merges, and the label of each point in the cut into every number of clusters (index 0 = one cluster).</summary>
    public static (double[] Heights, int[][] Cuts) Build(Matrix points, Linkage linkage)
    {
        List<List<int>> clusters = [.. Enumerable.Range(0, points.Rows).Select(point => new List<int> { point })];
        var heights = new double[points.Rows - 1];
        var cuts = new int[points.Rows][];
        cuts[^1] = Labels(clusters, points.Rows);
        for (int merge = 0; merge < heights.Length; merge++)
        {
            (double Distance, int First, int Second) nearest = (double.PositiveInfinity, -1, -1);
            for (int first = 0; first < clusters.Count; first++)
            {
                for (int second = first + 1; second < clusters.Count; second++)
                {
                    double distance = Distance(points, clusters[first], clusters[second], linkage);
                    nearest = distance < nearest.Distance ? (distance, first, second) : nearest;
                }
            }

            heights[merge] = nearest.Distance;
            clusters[nearest.First].AddRange(clusters[nearest.Second]);
            clusters.RemoveAt(nearest.Second);
            cuts[clusters.Count - 1] = Labels(clusters, points.Rows);
        }

        return (heights, cuts);
    }

    /// <summary>The distance of the two nearest clusters of a labelling.</summary>
    public static double NearestPair(Matrix points, int[] labels, Linkage linkage)
    {
        List<int>[] clusters = [.. labels.Select((label, point) => (label, point)).GroupBy(pair => pair.label, pair => pair.point).Select(group => group.ToList())];
        return clusters.SelectMany((first, i) => clusters.Skip(i + 1).Select(second => Distance(points, first, second, linkage))).Min();
    }

    private static double Distance(Matrix points, List<int> first, List<int> second, Linkage linkage)
    {
        IEnumerable<double> pairs = first.SelectMany(a => second.Select(b => Distances.Euclidean(points.Row(a), points.Row(b))));
        return linkage switch
        {
            Linkage.Single => pairs.Min(),
            Linkage.Complete => pairs.Max(),
            Linkage.Average => pairs.Average(),
            _ => Math.Sqrt(2 * (Squares(points, [.. first, .. second]) - Squares(points, first) - Squares(points, second))),
        };
    }

    private static double Squares(Matrix points, List<int> members)
    {
        double sum = 0;
        for (int column = 0; column < points.Columns; column++)
        {
            double mean = members.Average(row => points[row, column]);
            sum += members.Sum(row => (points[row, column] - mean) * (points[row, column] - mean));
        }

        return sum;
    }

    private static int[] Labels(List<List<int>> clusters, int points)
    {
        var labels = new int[points];
        for (int cluster = 0; cluster < clusters.Count; cluster++)
        {
            clusters[cluster].ForEach(point => labels[point] = cluster);
        }

        return labels;
    }
}
