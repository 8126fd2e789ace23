namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>What both models of buying ask of the counts before they are fitted, and what they say of the fit.</summary>
internal static class PurchaseData
{
    /// <exception cref="ArgumentException">Nobody, nobody who bought again, or no time has passed.</exception>
    public static void RequireLearnable(PurchaseCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.Count == 0)
        {
            throw new ArgumentException("There are no customers to learn from.");
        }

        if (!counts.Frequency.Any(x => x > 0))
        {
            throw new ArgumentException("No customer bought a second time in the time observed, so nothing tells how often they come back. A longer period may.");
        }

        if (!counts.Age.Any(age => age > 0))
        {
            throw new ArgumentException("All customers bought first at the very end of the time observed. A longer period is needed.");
        }
    }

    /// <summary>The mean time between purchases of those who came back: times are divided by it, so that poor units do not hinder the search.</summary>
    public static double TypicalGap(PurchaseCounts counts)
    {
        double time = 0, purchases = 0;
        for (int i = 0; i < counts.Count; i++)
        {
            if (counts.Frequency[i] > 0)
            {
                time += counts.Recency[i];
                purchases += counts.Frequency[i];
            }
        }

        return time > 0 ? time / purchases : counts.Age.Max();
    }

    public static IReadOnlyList<string> DoubtsOf(LikelihoodFit fit, PurchaseCounts counts, params ReadOnlySpan<string> names)
    {
        var doubts = new List<string>();
        if (!fit.Converged)
        {
            doubts.Add("The search for the best parameters did not settle, so the figures are rough.");
        }

        for (int i = 0; i < names.Length; i++)
        {
            if (double.IsNaN(fit.StandardErrors[i]) || fit.StandardErrors[i] > 2 * fit.Values[i])
            {
                doubts.Add($"The data hardly tell the parameter {names[i]}: very different values would fit as well.");
            }
        }

        int repeaters = counts.Frequency.Count(x => x > 0);
        if (repeaters < 50)
        {
            doubts.Add($"Only {repeaters} of {counts.Count} customers bought again, which is few to learn from.");
        }

        return doubts;
    }
}
