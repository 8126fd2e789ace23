using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Segmentation.Methods;

/// <summary>Judges the clusters of any method by the same measures, so that methods can be compared.</summary>
internal static class DivisionJudge
{
    /// <summary>Judges all labelings of the same points; the silhouettes share one pass over the pairs of points.</summary>
    public static Division[] Judge(Matrix points, IReadOnlyList<IClusterModel> models, int seed, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        int[] comparable = [.. Enumerable.Range(0, models.Count).Where(i => models[i].Sizes.Count(size => size > 0) >= 2)];
        IReadOnlyList<SilhouetteScore> silhouettes = Silhouette.ScoreMany(
            points, [.. comparable.Select(i => models[i].Labels)], new SilhouetteOptions { Seed = seed }, progress, cancellationToken);
        var divisions = new Division[models.Count];
        for (int i = 0; i < divisions.Length; i++)
        {
            divisions[i] = Unjudged(points, models[i]);
            int position = Array.IndexOf(comparable, i);
            if (position >= 0)
            {
                divisions[i] = divisions[i] with
                {
                    Silhouette = silhouettes[position],
                    CalinskiHarabasz = CalinskiHarabasz.Score(points, models[i].Labels),
                    DaviesBouldin = DaviesBouldin.Score(points, models[i].Labels),
                };
            }
        }

        return divisions;
    }

    private static Division Unjudged(Matrix points, IClusterModel model)
    {
        // A component of a mixture may be the likeliest for nobody; such ones stand last.
        int[] sizes = [.. model.Sizes.TakeWhile(size => size > 0)];
        return new Division
        {
            Labels = model.Labels,
            Sizes = sizes,
            Inertia = InertiaOf(points, model.Labels, ClusterLabels.Centroids(points, model.Labels, sizes)),
            Model = model as IPredictingClusterModel,
        };
    }

    private static double InertiaOf(Matrix points, int[] labels, Matrix centres)
    {
        double sum = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            sum += labels[row] < 0 ? 0 : Distances.SquaredEuclidean(points.Row(row), centres.Row(labels[row]));
        }

        return sum;
    }
}
