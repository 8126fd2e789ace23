using System.Globalization;
using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Segmentation.Methods;

/// <summary>A method that finds dense crowds, their number itself, and leaves some customers outside.</summary>
internal abstract class DensityDivider : IDivider
{
    public DividerResult Divide(DividerContext context)
    {
        if (context.Points.Rows <= context.Options.Density.MinPoints)
        {
            return DividerResult.Failed(string.Create(
                CultureInfo.InvariantCulture,
                $"There are {context.Points.Rows:N0} customers, and a dense place must hold {context.Options.Density.MinPoints:N0}. Ask for fewer neighbours, or choose K-Means."));
        }

        (IClusterModel model, DividerResult described) = Fit(context);
        if (model.Sizes.Length == 0)
        {
            return described with { Failure = WhyAllNoise(context, described) };
        }

        Division[] divisions = DivisionJudge.Judge(context.Points, [model], context.Options.Seed, context.Progress, context.Cancellation);
        int noise = context.Points.Rows - model.Sizes.Sum();
        string[] warnings = model.Sizes.Length == 1
            ? ["All customers that are near others form one crowd, so there are no segments to compare. A smaller reach, or K-Means, divides them further."]
            : [];
        string[] notes = noise == 0 ? [] : [string.Create(
            CultureInfo.InvariantCulture,
            $"{noise:N0} of {context.Points.Rows:N0} customers {(noise == 1 ? "is" : "are")} in no dense place, kept together as \"In No Segment\"; the figures on how well segments hold together leave them out.")];
        return described with { Divisions = [divisions[0] with { Warnings = warnings }], Notes = [.. described.Notes, .. notes] };
    }

    protected abstract (IClusterModel Model, DividerResult Described) Fit(DividerContext context);

    protected abstract string WhyAllNoise(DividerContext context, DividerResult described);
}
