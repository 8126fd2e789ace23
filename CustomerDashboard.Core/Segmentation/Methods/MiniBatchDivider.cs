using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Segmentation.Methods;

/// <summary>Mini-batch K-Means for each k.</summary>
internal sealed class MiniBatchDivider : SweptDivider
{
    protected override (IClusterModel[] Models, DividerResult Described) Fit(DividerContext context)
    {
        var models = new IClusterModel[context.Largest - context.Smallest + 1];
        for (int i = 0; i < models.Length; i++)
        {
            var options = new MiniBatchKMeansOptions { ClusterCount = context.Smallest + i, Seed = context.Options.Seed };
            models[i] = MiniBatchKMeans.Fit(context.Points, options, null, context.Cancellation);
            context.Progress?.Report(new WorkProgress("Learning from samples", (i + 1.0) / models.Length));
        }

        return (models, new DividerResult([]));
    }
}
