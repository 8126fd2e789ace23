using CustomerDashboard.Core.Learning.Clustering;

namespace CustomerDashboard.Core.Segmentation.Methods;

/// <summary>K-Medoids for each k.</summary>
internal sealed class KMedoidsDivider : SweptDivider
{
    protected override (IClusterModel[] Models, DividerResult Described) Fit(DividerContext context)
    {
        CondensedDistances? gower = context.Options.Distance == CustomerDistance.Gower ? GowerDistances.Of(context) : null;
        var models = new List<IClusterModel>();
        for (int k = context.Smallest; k <= context.Largest; k++)
        {
            var options = new KMedoidsOptions { ClusterCount = k, Starts = Math.Min(3, context.Options.Starts), Seed = context.Options.Seed };
            models.Add(gower is null
                ? KMedoids.Fit(context.Points, options, null, context.Cancellation)
                : KMedoids.Fit(gower, options, null, context.Cancellation));
            context.Progress?.Report(new Numerics.WorkProgress("Choosing typical customers", (k - context.Smallest + 1.0) / (context.Largest - context.Smallest + 1)));
        }

        return ([.. models], new DividerResult([]));
    }
}
