using System.Globalization;
using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>
/// Which of several mixtures to use: the one of the lowest Bayesian information criterion (G. Schwarz, "Estimating the dimension of a
/// model", 1978); where that still falls at the most segments tried, as it does with many customers, the one at the knee of its curve.
/// Mixtures that collapsed onto tied values take no part while there are others: their criterion follows the regularisation.
/// </summary>
/// <param name="Chosen">The mixture.</param>
/// <param name="Reason">Why, in words.</param>
internal sealed record BicChoice(SweepEntry Chosen, string Reason)
{
    /// <param name="useful">The divisions that do not leave nearly everyone in one segment, k ascending.</param>
    /// <returns>Null for methods without this criterion.</returns>
    public static BicChoice? Of(IReadOnlyList<SweepEntry> useful)
    {
        SweepEntry[] all = [.. useful.Where(entry => entry.Bic is not null)];
        if (all.Length == 0)
        {
            return null;
        }

        SweepEntry[] sound = [.. all.Where(entry => !entry.Collapsed)];
        SweepEntry[] compared = sound.Length > 0 ? sound : all;
        string aside = sound.Length > 0 && sound.Length < all.Length
            ? Text($" {(all.Length - sound.Length == 1 ? "One mixture" : Text($"{all.Length - sound.Length} mixtures"))} that collapsed onto tied values took no part.")
            : "";
        SweepEntry lowest = Criteria.Best(compared, entry => -entry.Bic!.Value);
        string silhouette = double.IsNaN(lowest.Silhouette) ? "" : Text($" (silhouette {lowest.Silhouette:0.00})");
        if (compared.Length == 1)
        {
            return new BicChoice(lowest, Text($"{lowest.K} segments are the only mixture that can be used{silhouette}.{aside}"));
        }

        if (lowest.K < compared[^1].K)
        {
            return new BicChoice(lowest, Text($"A mixture of {lowest.K} explains the customers best for the figures it needs to describe them: its BIC is the lowest of {compared[0].K} to {compared[^1].K} segments{silhouette}.{aside}"));
        }

        ElbowResult knee = ElbowDetector.Find([.. compared.Select(entry => entry.K)], [.. compared.Select(entry => entry.Bic!.Value)]);
        return knee.K is { } k && compared.FirstOrDefault(entry => entry.K == k) is { } chosen
            ? new BicChoice(chosen, Text($"BIC still falls at {lowest.K} segments, the most that were tried; beyond {k} each further one explains little more{(double.IsNaN(chosen.Silhouette) ? "" : Text($" (silhouette {chosen.Silhouette:0.00})"))}.{aside}"))
            : new BicChoice(lowest, Text($"BIC falls steadily up to {lowest.K} segments, the most that were tried{silhouette}; more might explain the customers better still.{aside}"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
