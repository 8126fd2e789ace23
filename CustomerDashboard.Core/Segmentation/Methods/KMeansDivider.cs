using CustomerDashboard.Core.Learning.Clustering;

namespace CustomerDashboard.Core.Segmentation.Methods;

/// <summary>K-Means for each k.</summary>
internal sealed class KMeansDivider : IDivider
{
    public DividerResult Divide(DividerContext context)
    {
        var options = new KMeansSweepOptions
        {
            MinClusters = context.Smallest,
            MaxClusters = context.Largest,
            Starts = context.Options.Starts,
            Seed = context.Options.Seed,
        };
        KMeansSweepResult sweep = KMeansSweep.Run(context.Points, options, context.Progress, context.Cancellation);
        return new DividerResult([.. sweep.Entries.Select(entry => new Division
        {
            Labels = entry.Model.Labels,
            Sizes = entry.Model.Sizes,
            Inertia = entry.Model.Inertia,
            Silhouette = entry.Silhouette,
            CalinskiHarabasz = entry.CalinskiHarabasz,
            DaviesBouldin = entry.DaviesBouldin,
            Model = entry.Model,
        })])
        { Elbow = sweep.Elbow };
    }
}
