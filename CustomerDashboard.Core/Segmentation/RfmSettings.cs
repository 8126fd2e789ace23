namespace CustomerDashboard.Core.Segmentation;

/// <summary>
/// Where RFM scores begin and end. A list left out scores by quintile: a fifth of the customers each. Own cut points are the
/// four values between the scores, ascending: with spend cut at 100, 250, 500 and 1000 a customer with 250 scores 2.
/// </summary>
public sealed record RfmSettings
{
    /// <summary>Cuts of the days since the last purchase, ascending; the fewest days score 5.</summary>
    public IReadOnlyList<double>? RecencyCuts { get; init; }

    /// <summary>Cuts of the number of orders, ascending.</summary>
    public IReadOnlyList<double>? FrequencyCuts { get; init; }

    /// <summary>Cuts of the total spend, ascending.</summary>
    public IReadOnlyList<double>? MonetaryCuts { get; init; }

    /// <exception cref="ArgumentException">A list does not hold four ascending numbers.</exception>
    public void Validate()
    {
        Require(RecencyCuts, "recency", nameof(RecencyCuts));
        Require(FrequencyCuts, "frequency", nameof(FrequencyCuts));
        Require(MonetaryCuts, "spend", nameof(MonetaryCuts));
    }

    private static void Require(IReadOnlyList<double>? cuts, string what, string name)
    {
        if (cuts is null)
        {
            return;
        }

        bool ascending = cuts.Count == RfmScoring.Scores - 1 && cuts.All(double.IsFinite);
        for (int i = 1; ascending && i < cuts.Count; i++)
        {
            ascending = cuts[i] > cuts[i - 1];
        }

        if (!ascending)
        {
            throw new ArgumentException($"The cut points of {what} must be four different numbers in ascending order.", name);
        }
    }
}
