using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Segmentation.Methods;

/// <summary>A method that makes as many clusters as asked for: fits each k, judges all together and finds the bend.</summary>
internal abstract class SweptDivider : IDivider
{
    private const double FitShare = 0.8;

    public DividerResult Divide(DividerContext context)
    {
        IProgress<WorkProgress>? fits = PartialProgress.Of(context.Progress, 0, FitShare);
        IProgress<WorkProgress>? judging = PartialProgress.Of(context.Progress, FitShare, 1);
        IClusterModel[] models;
        DividerResult described;
        try
        {
            (models, described) = Fit(context with { Progress = fits });
        }
        catch (ArgumentException refused) when (refused is not ArgumentOutOfRangeException)
        {
            return DividerResult.Failed(PlainMessage.Of(refused));
        }

        if (described.Failure is not null || models.Length == 0)
        {
            return described with { Failure = described.Failure ?? "There are too few different customers for the fewest segments asked for. Ask for fewer, or choose other features." };
        }

        Division[] divisions = DivisionJudge.Judge(context.Points, models, context.Options.Seed, judging, context.Cancellation);
        for (int i = 0; i < divisions.Length; i++)
        {
            divisions[i] = Complete(divisions[i], models[i], context);
        }

        // Some data do not allow every k: duplicates of the same number of clusters would stand for nothing.
        divisions = [.. divisions.DistinctBy(division => division.K)];
        return described with
        {
            Divisions = divisions,
            Elbow = ElbowDetector.Find([.. divisions.Select(d => d.K)], [.. divisions.Select(d => d.Inertia)]),
        };
    }

    /// <summary>Fits every k from <see cref="DividerContext.Smallest"/> to <see cref="DividerContext.Largest"/>; the result carries notes and findings.</summary>
    /// <exception cref="ArgumentException">The data do not allow the method; the message says why and what to do.</exception>
    protected abstract (IClusterModel[] Models, DividerResult Described) Fit(DividerContext context);

    /// <summary>Adds what only this method knows of a division.</summary>
    protected virtual Division Complete(Division division, IClusterModel model, DividerContext context) => division;
}
