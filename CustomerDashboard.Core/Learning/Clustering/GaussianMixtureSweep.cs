using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// Fits Gaussian mixtures for every number of components of a range, all starts sharing the threads, for choosing the number by BIC or
/// AIC. The fit of one number does not depend on the range.
/// </summary>
public static class GaussianMixtureSweep
{
    /// <summary>Runs the sweep over <paramref name="points"/> (n x d).</summary>
    /// <param name="points">The points, best standardised.</param>
    /// <param name="options">The range.</param>
    /// <param name="progress">Told after each start.</param>
    /// <param name="cancellationToken">Checked in every round.</param>
    /// <exception cref="ArgumentException">There is no column, or a value is NaN or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static GaussianMixtureSweepResult Run(
        Matrix points,
        GaussianMixtureSweepOptions? options = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new GaussianMixtureSweepOptions();
        options.Validate();
        KMeans.RequireUsable(points);
        int distinct = DistinctRows.CountUpTo(points, options.MaxComponents);
        var fits = new List<GaussianMixtureOptions>();
        for (int components = options.MinComponents; components <= Math.Min(distinct, options.MaxComponents); components++)
        {
            fits.Add(options.Mixture with { Components = components });
        }

        GaussianMixtureModel?[] models = fits.Count == 0
            ? []
            : new MixtureSearch(points, fits[^1].Components, options.Mixture.Seed, options.Mixture.DegreeOfParallelism).Run(fits, progress, cancellationToken);
        var entries = new List<GaussianMixtureSweepEntry>();
        var skipped = new List<SkippedClusterCount>();
        for (int components = options.MinComponents; components <= options.MaxComponents; components++)
        {
            int fit = components - options.MinComponents;
            if (fit >= models.Length)
            {
                skipped.Add(new SkippedClusterCount(components, TooFewPointsException.Describe(components, points.Rows, distinct)));
            }
            else if (models[fit] is { } model)
            {
                entries.Add(new GaussianMixtureSweepEntry(components, model));
            }
            else
            {
                skipped.Add(new SkippedClusterCount(components, GaussianMixture.SingularMessage(components)));
            }
        }

        return new GaussianMixtureSweepResult(entries, skipped);
    }
}
