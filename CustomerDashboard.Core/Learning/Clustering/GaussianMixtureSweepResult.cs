namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Mixtures for a range of numbers of components.</summary>
/// <param name="Entries">The numbers tried, ascending; empty when there are too few different points for any.</param>
/// <param name="Skipped">The numbers that could not be tried, ascending.</param>
public sealed record GaussianMixtureSweepResult(IReadOnlyList<GaussianMixtureSweepEntry> Entries, IReadOnlyList<SkippedClusterCount> Skipped)
{
    /// <summary>The entry of the least BIC among those without a collapsed component, the smallest number on a tie; null when there is none.</summary>
    public GaussianMixtureSweepEntry? BestByBic => Best(model => model.Bic);

    /// <summary>The entry of the least AIC among those without a collapsed component, the smallest number on a tie; null when there is none.</summary>
    public GaussianMixtureSweepEntry? BestByAic => Best(model => model.Aic);

    private GaussianMixtureSweepEntry? Best(Func<GaussianMixtureModel, double> criterion)
    {
        GaussianMixtureSweepEntry? best = null;
        foreach (GaussianMixtureSweepEntry entry in Entries)
        {
            if (entry.IsComparable && (best is null || criterion(entry.Model) < criterion(best.Model)))
            {
                best = entry;
            }
        }

        return best;
    }
}
