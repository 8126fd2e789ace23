using System.Globalization;
using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Segmentation.Methods;

/// <summary>HDBSCAN; without a smallest size, 1 % of the customers.</summary>
internal sealed class HdbscanDivider : DensityDivider
{
    protected override (IClusterModel Model, DividerResult Described) Fit(DividerContext context)
    {
        var options = new HdbscanOptions { MinClusterSize = Smallest(context), MinSamples = context.Options.Density.MinPoints };
        var progress = PartialProgress.Of(context.Progress, 0, 0.8);
        return (Hdbscan.Fit(context.Points, options, progress, context.Cancellation), new DividerResult([]));
    }

    protected override string WhyAllNoise(DividerContext context, DividerResult described) => string.Create(
        CultureInfo.InvariantCulture,
        $"No crowd of {Smallest(context):N0} customers or more is denser than what surrounds it. Take a smaller size or fewer neighbours, or choose K-Means, which always divides.");

    private static int Smallest(DividerContext context) =>
        context.Options.Density.MinClusterSize ?? Math.Max(5, context.Points.Rows / 100);
}
