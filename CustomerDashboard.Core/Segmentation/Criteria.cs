using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>What each criterion alone would choose, and why criteria differ.</summary>
internal static class Criteria
{
    public static IReadOnlyList<CriterionChoice> Of(IReadOnlyList<SweepEntry> entries, ElbowResult elbow)
    {
        SweepEntry bySilhouette = Best(entries, entry => entry.Silhouette);
        SweepEntry byRatio = Best(entries, entry => entry.CalinskiHarabasz);
        SweepEntry byLikeness = Best(entries, entry => -entry.DaviesBouldin);
        var choices = new List<CriterionChoice>
        {
            new("Elbow", elbow.K, elbow.Strength, "Where adding a segment stops bringing customers much closer to the centre of theirs."),
            new("Silhouette", bySilhouette.K, bySilhouette.Silhouette, "How much nearer customers are to their own segment than to the next. Often favours few, far-apart segments."),
            new("Calinski-Harabasz", byRatio.K, byRatio.CalinskiHarabasz, "How far apart segments are, compared with their width. Likes round segments of similar size."),
            new("Davies-Bouldin", byLikeness.K, byLikeness.DaviesBouldin, "How alike each segment and its nearest neighbour are; lower is better. A single small, distant segment pleases it."),
        };
        if (entries.Any(entry => entry.Gap is not null))
        {
            SweepEntry byGap = ByGap(entries);
            choices.Add(new("Gap statistic", byGap.K, byGap.Gap ?? double.NaN, "The fewest segments whose tightness is not clearly beaten by one more, compared with customers without structure."));
        }

        else if (entries.Count > 1)
        {
            choices.Add(new("Gap statistic", null, double.NaN, "Computed for K-Means only: it divides ten made-up sets of customers again for every number of segments, which takes the other methods many times as long. A mixture's BIC answers the same question."));
        }

        if (entries.Any(entry => entry.Bic is not null))
        {
            SweepEntry byBic = Best(entries, entry => -(entry.Bic ?? double.NaN));
            SweepEntry byAic = Best(entries, entry => -(entry.Aic ?? double.NaN));
            choices.Add(new("BIC", byBic.K, byBic.Bic ?? double.NaN, "How well the mixture explains the customers, less a price per parameter; lower is better."));
            choices.Add(new("AIC", byAic.K, byAic.Aic ?? double.NaN, "The same with a lower price, so it allows more segments."));
        }

        if (entries.Count(entry => entry.Stability is not null) > 1)
        {
            SweepEntry byStability = Best(entries, entry => entry.Stability?.MeanAdjustedRand ?? double.NaN);
            choices.Add(new("Stability", byStability.K, byStability.Stability?.MeanAdjustedRand ?? double.NaN, "How well the segments come back when customers are drawn anew (mean adjusted Rand index)."));
        }

        return choices;
    }

    // The first of the best: with equal scores fewer segments are easier to live with.
    public static SweepEntry Best(IReadOnlyList<SweepEntry> entries, Func<SweepEntry, double> score)
    {
        SweepEntry best = entries[0];
        foreach (SweepEntry entry in entries)
        {
            if (score(entry) > score(best) || (double.IsNaN(score(best)) && !double.IsNaN(score(entry))))
            {
                best = entry;
            }
        }

        return best;
    }

    /// <summary>The smallest k with gap(k) >= gap(k+1) - s(k+1) (Tibshirani, Walther and Hastie, 2001); the largest tried when there is none.</summary>
    private static SweepEntry ByGap(IReadOnlyList<SweepEntry> entries)
    {
        SweepEntry[] known = [.. entries.Where(entry => entry.Gap is not null)];
        for (int i = 0; i + 1 < known.Length; i++)
        {
            if (known[i].Gap >= known[i + 1].Gap - (known[i + 1].GapStandardError ?? 0))
            {
                return known[i];
            }
        }

        return known[^1];
    }
}
