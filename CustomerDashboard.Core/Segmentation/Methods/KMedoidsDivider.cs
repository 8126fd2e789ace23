using System.Globalization;
using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Segmentation.Methods;

/// <summary>
/// K-Medoids for each k. By straight-line distance the typical customers are looked for among a sample where there are many, and everyone
/// goes to the nearest of them (CLARA: L. Kaufman and P. Rousseeuw, "Finding Groups in Data", 1990).
/// </summary>
internal sealed class KMedoidsDivider : SweptDivider
{
    /// <summary>The most customers among whom typical ones are looked for.</summary>
    public const int Sample = 2500;

    protected override (IClusterModel[] Models, DividerResult Described) Fit(DividerContext context)
    {
        CondensedDistances? gower = context.Options.Distance == CustomerDistance.Gower ? GowerDistances.Of(context) : null;
        Matrix points = context.Points;
        string[] notes = [];
        if (gower is null && points.Rows > Sample)
        {
            points = points.SelectRows(new RandomSource(context.Options.Seed).SampleWithoutReplacement(points.Rows, Sample));
            notes = [string.Create(CultureInfo.InvariantCulture, $"The typical customers were chosen among {Sample:N0} of the {context.Points.Rows:N0}; everyone belongs to the most similar of them.")];
        }

        var models = new List<IClusterModel>();
        for (int k = context.Smallest; k <= context.Largest; k++)
        {
            var options = new KMedoidsOptions { ClusterCount = k, Starts = Math.Min(3, context.Options.Starts), Seed = context.Options.Seed };
            models.Add(gower is not null ? KMedoids.Fit(gower, options, null, context.Cancellation)
                : ReferenceEquals(points, context.Points) ? KMedoids.Fit(points, options, null, context.Cancellation)
                : new SampledClusters(KMedoids.Fit(points, options, null, context.Cancellation), context.Points));
            context.Progress?.Report(new WorkProgress("Choosing typical customers", (k - context.Smallest + 1.0) / (context.Largest - context.Smallest + 1)));
        }

        return ([.. models], new DividerResult([]) { Notes = notes });
    }
}
