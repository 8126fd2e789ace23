using System.Globalization;
using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Segmentation.Methods;

/// <summary>DBSCAN; without an eps that of the knee of the k-distance plot.</summary>
internal sealed class DbscanDivider : DensityDivider
{
    protected override (IClusterModel Model, DividerResult Described) Fit(DividerContext context)
    {
        DensitySettings settings = context.Options.Density;
        KDistanceCurve curve = KDistance.Curve(
            context.Points, Math.Max(1, settings.MinPoints - 1), cancellationToken: context.Cancellation);
        string[] notes = [];
        double epsilon = settings.Epsilon ?? curve.SuggestedEpsilon ?? 0;
        if (epsilon <= 0)
        {
            // No knee: the distance within which nine in ten customers have their neighbours is a place to begin.
            epsilon = Math.Max(curve.Distances[(int)(0.9 * (curve.Distances.Length - 1))], 1e-9);
            notes = [curve.Reason, string.Create(CultureInfo.InvariantCulture, $"A reach (eps) of {epsilon:0.###} was tried, within which nine in ten customers have enough neighbours.")];
        }

        var progress = PartialProgress.Of(context.Progress, 0, 0.8);
        DbscanModel model = Dbscan.Fit(
            context.Points, new DbscanOptions { Epsilon = epsilon, MinPoints = settings.MinPoints }, progress, context.Cancellation);
        return (model, new DividerResult([])
        {
            Notes = notes,
            Findings = new MethodFindings { NeighbourDistances = curve, Epsilon = epsilon },
        });
    }

    protected override string WhyAllNoise(DividerContext context, DividerResult described) => string.Create(
        CultureInfo.InvariantCulture,
        $"Within a reach (eps) of {described.Findings.Epsilon:0.###} no customer has {context.Options.Density.MinPoints:N0} neighbours, so all {context.Points.Rows:N0} are outside every segment. Take a larger reach or fewer neighbours{(described.Findings.NeighbourDistances?.SuggestedEpsilon is { } better ? $"; the distances suggest {better:0.###}" : "")}.");
}
