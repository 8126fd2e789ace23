using CustomerDashboard.Core.Features;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>
/// Scores customers from 1 to 5 by recency, frequency and spend (A. Hughes, "Strategic Database Marketing", 1994). By quintile
/// customers are ranked, those with equal values in the order of their ids, and each fifth gets one score. Costs a sort per score.
/// </summary>
public static class RfmScoring
{
    /// <summary>The number of scores: 1 to 5.</summary>
    public const int Scores = 5;

    /// <summary>Scores all customers.</summary>
    /// <exception cref="ArgumentException">The table has no recency, frequency or spend, a value of them is missing, or the cut points cannot be used.</exception>
    public static RfmScores Score(CustomerFeatureTable table, RfmSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        settings ??= new RfmSettings();
        settings.Validate();
        return new RfmScores(
            Score(table, FeatureIds.Recency, settings.RecencyCuts, fewerIsBetter: true),
            Score(table, FeatureIds.Frequency, settings.FrequencyCuts, fewerIsBetter: false),
            Score(table, FeatureIds.Monetary, settings.MonetaryCuts, fewerIsBetter: false));
    }

    /// <summary>The scores of all customers, or null where the table lacks one of the three features for any of them.</summary>
    /// <exception cref="ArgumentException">The cut points cannot be used.</exception>
    public static RfmScores? TryScore(CustomerFeatureTable table, RfmSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        string[] needed = [FeatureIds.Recency, FeatureIds.Frequency, FeatureIds.Monetary];
        return needed.All(id => WhyNot(table, id) is null) ? Score(table, settings) : null;
    }

    private static string? WhyNot(CustomerFeatureTable table, string featureId) =>
        !table.Definitions.Any(definition => definition.Id == featureId)
            ? $"RFM scoring needs the feature '{featureId}', which these customers do not have. Choose another method."
            : !table[featureId].All(double.IsFinite)
                ? $"RFM scoring needs '{featureId}' of every customer, and some have none. Choose another method."
                : null;

    private static int[] Score(CustomerFeatureTable table, string featureId, IReadOnlyList<double>? cuts, bool fewerIsBetter)
    {
        if (WhyNot(table, featureId) is { } reason)
        {
            throw new ArgumentException(reason, nameof(table));
        }

        double[] values = table[featureId];
        int[] scores = cuts is null ? ByQuintile(table.CustomerIds, values) : ByCuts(values, cuts, fewerIsBetter);
        if (fewerIsBetter)
        {
            for (int row = 0; row < scores.Length; row++)
            {
                scores[row] = Scores + 1 - scores[row];
            }
        }

        return scores;
    }

    private static int[] ByCuts(double[] values, IReadOnlyList<double> cuts, bool fewerIsBetter)
    {
        var scores = new int[values.Length];
        for (int row = 0; row < scores.Length; row++)
        {
            int score = 1;
            // A value on the cut belongs to the worse side: "score 3 from more than 250".
            while (score < Scores && (fewerIsBetter ? values[row] >= cuts[score - 1] : values[row] > cuts[score - 1]))
            {
                score++;
            }

            scores[row] = score;
        }

        return scores;
    }

    private static int[] ByQuintile(string[] ids, double[] values)
    {
        var order = new int[values.Length];
        for (int row = 0; row < order.Length; row++)
        {
            order[row] = row;
        }

        Array.Sort(order, (a, b) =>
        {
            int byValue = values[a].CompareTo(values[b]);
            int byId = byValue != 0 ? byValue : string.CompareOrdinal(ids[a], ids[b]);
            return byId != 0 ? byId : a.CompareTo(b);
        });
        var scores = new int[values.Length];
        for (int rank = 0; rank < order.Length; rank++)
        {
            // The quantiles of the ranks 0..n-1 lie at (n-1) q; a rank on a boundary belongs below it. Whole numbers keep it exact.
            int score = 1;
            while (score < Scores && (long)rank * Scores > (long)(order.Length - 1) * score)
            {
                score++;
            }

            scores[order[rank]] = score;
        }

        return scores;
    }
}
