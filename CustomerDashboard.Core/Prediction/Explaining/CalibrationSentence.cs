using System.Globalization;
using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Core.Prediction.Explaining;

/// <summary>How far one kind of chance holds what it says, counted on customers whose answers are known.</summary>
/// <param name="Cases">Customers counted.</param>
/// <param name="Predicted">The mean chance they were given.</param>
/// <param name="Observed">The share of them who said yes.</param>
/// <param name="Lower">The lower 95 % limit of that share (Wilson).</param>
/// <param name="Upper">The upper limit.</param>
/// <param name="Holds">Whether the chance lies between the limits.</param>
/// <param name="Text">"Of 100 customers given 70%, 68 bought."</param>
/// <remarks>E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927. O(n).</remarks>
public sealed record CalibrationSentence(int Cases, double Predicted, double Observed, double Lower, double Upper, bool Holds, string Text)
{
    private const int FewestCases = 20;

    /// <summary>Counts the customers whose chance is nearest to the one asked about.</summary>
    /// <param name="scores">Chances given to customers the model did not learn from.</param>
    /// <param name="labels">Their answers.</param>
    /// <param name="around">The chance to speak of; the nearest tenth with at least twenty customers is taken.</param>
    /// <param name="verb">What a yes did: "bought", "stayed away".</param>
    /// <returns>Null where no tenth has twenty customers.</returns>
    /// <exception cref="ArgumentException">No case, a chance outside 0 to 1, or lengths that differ.</exception>
    public static CalibrationSentence? Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, double around = 0.7, string verb = "bought")
    {
        CalibrationBin? nearest = null;
        foreach (CalibrationBin bin in ReliabilityBins.EqualWidth(scores, labels))
        {
            if (bin.Count >= FewestCases && (nearest is null || Math.Abs(bin.MeanPredicted - around) < Math.Abs(nearest.Value.MeanPredicted - around)))
            {
                nearest = bin;
            }
        }

        if (nearest is not { } found)
        {
            return null;
        }

        (double lower, double upper) = Wilson(found.ObservedShare, found.Count);
        bool holds = found.MeanPredicted >= lower && found.MeanPredicted <= upper;
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"Of 100 customers given {100 * found.MeanPredicted:0}%, {100 * found.ObservedShare:0} {verb} (counted on {found.Count:N0}; between {100 * lower:0} and {100 * upper:0} could be chance).");
        return new CalibrationSentence(found.Count, found.MeanPredicted, found.ObservedShare, lower, upper, holds, text);
    }

    private static (double Lower, double Upper) Wilson(double share, int cases)
    {
        const double Square = 1.959963984540054 * 1.959963984540054;
        double centre = (share + (Square / (2 * cases))) / (1 + (Square / cases));
        double reach = Math.Sqrt((Square * share * (1 - share) / cases) + (Square * Square / (4.0 * cases * cases))) / (1 + (Square / cases));
        return (Math.Max(0, centre - reach), Math.Min(1, centre + reach));
    }
}
