using CustomerDashboard.Core.Learning.Clustering;

namespace CustomerDashboard.Core.Segmentation.Methods;

/// <summary>A Gaussian mixture for each k.</summary>
internal sealed class MixtureDivider : SweptDivider
{
    protected override (IClusterModel[] Models, DividerResult Described) Fit(DividerContext context)
    {
        var options = new GaussianMixtureSweepOptions
        {
            MinComponents = context.Smallest,
            MaxComponents = context.Largest,
            Mixture = new GaussianMixtureOptions
            {
                Covariance = context.Options.Mixture.Covariance,
                Regularisation = context.Options.Mixture.Regularisation,
                Starts = context.Options.Starts,
                Seed = context.Options.Seed,
            },
        };
        GaussianMixtureSweepResult sweep = GaussianMixtureSweep.Run(context.Points, options, context.Progress, context.Cancellation);
        int collapsed = sweep.Entries.Count(entry => !entry.IsComparable);
        string[] notes = collapsed == 0 ? [] :
        [
            $"In {collapsed} of {sweep.Entries.Count} mixtures a segment collapsed onto tied values; there BIC and AIC follow the regularisation more than the customers.",
            Worst(sweep).Remedy(context.Prepared.FeatureNames),
        ];
        return ([.. sweep.Entries.Select(entry => entry.Model)], new DividerResult([])
        {
            Failure = sweep.Entries.Count == 0 ? "The customers differ too little in the chosen features for a mixture. Choose other features." : null,
            Notes = notes,
            Findings = new MethodFindings { Collapsed = [.. sweep.Entries.SelectMany(entry => entry.Model.CollapsedComponents)] },
        });
    }

    protected override Division Complete(Division division, IClusterModel model, DividerContext context)
    {
        var mixture = (GaussianMixtureModel)model;
        return division with
        {
            Bic = mixture.Bic,
            Aic = mixture.Aic,
            Warnings = [.. mixture.CollapsedComponents.Select(component => component.Describe(context.Prepared.FeatureNames))],
        };
    }

    private static CollapsedComponent Worst(GaussianMixtureSweepResult sweep) =>
        sweep.Entries.First(entry => !entry.IsComparable).Model.CollapsedComponents[0];
}
