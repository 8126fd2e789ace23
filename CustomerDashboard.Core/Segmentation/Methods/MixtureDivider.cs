using System.Globalization;
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
            $"In {collapsed} of {sweep.Entries.Count} mixtures a segment has collapsed onto customers with equal values; there BIC and AIC follow the smallest width (regularisation) more than the customers.",
            Worst(sweep).Remedy(context.Prepared.FeatureNames),
        ];
        return ([.. sweep.Entries.Select(entry => entry.Model)], new DividerResult([])
        {
            Failure = sweep.Entries.Count == 0 ? "The customers differ too little in the chosen features for a mixture. Choose other features." : null,
            Notes = notes,
            Findings = new MethodFindings
            {
                Collapsed = [.. sweep.Entries.SelectMany(entry => entry.Model.CollapsedComponents)],
                CollapseNotes = notes,
            },
        });
    }

    protected override Division Complete(Division division, IClusterModel model, DividerContext context)
    {
        var mixture = (GaussianMixtureModel)model;
        return division with
        {
            Bic = mixture.Bic,
            Aic = mixture.Aic,
            Warnings = mixture.CollapsedComponents.Count == 0 ? [] : [Collapse(mixture.CollapsedComponents, context.Prepared.FeatureNames)],
        };
    }

    /// <summary>One sentence for all segments of a division: by size, since components carry numbers that nobody else knows.</summary>
    private static string Collapse(IReadOnlyList<CollapsedComponent> components, IReadOnlyList<string> names)
    {
        CollapsedComponent first = components[0];
        string sizes = string.Join(" and ", components.Select(component => component.Points.ToString("N0", CultureInfo.InvariantCulture)));
        string columns = string.Join(" and ", first.Columns.Select(column => $"'{names[column]}'"));
        string what = first.Cause switch
        {
            CollapseCause.TiedColumn => $"in which {columns} {(first.DistinctValues <= 1 ? "is the same for all" : $"has only {first.DistinctValues} values")}",
            CollapseCause.TooFewPoints => "of which nearly all are the same",
            _ => $"in which {columns} depend on each other",
        };
        string who = components.Count == 1 ? $"A segment of {sizes} customers" : $"{components.Count} segments ({sizes} customers), the first of them one";
        return $"{who} {what}, {(components.Count == 1 ? "has" : "have")} collapsed: how likely this mixture is (BIC, AIC) cannot be compared with others.";
    }

    private static CollapsedComponent Worst(GaussianMixtureSweepResult sweep) =>
        sweep.Entries.First(entry => !entry.IsComparable).Model.CollapsedComponents[0];
}
