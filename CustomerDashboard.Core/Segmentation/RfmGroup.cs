namespace CustomerDashboard.Core.Segmentation;

/// <summary>One of the eleven standard segments of RFM scoring.</summary>
/// <param name="Name">The marketing name.</param>
/// <param name="Words">Who they are, in one sentence.</param>
/// <param name="ArchetypeId">The persona archetype whose advice fits them.</param>
public sealed record RfmGroup(string Name, string Words, string ArchetypeId)
{
    /// <summary>The segments, the most valuable first.</summary>
    public static IReadOnlyList<RfmGroup> All { get; } =
    [
        new("Champions", "Bought just now, buy often and spend most.", "Champions"),
        new("Loyal Customers", "Buy often and spend well, and were here not long ago.", "LoyalCustomers"),
        new("Potential Loyalists", "Bought recently and have begun to come back.", "PotentialLoyalists"),
        new("New Customers", "Bought just now, for the first time or nearly so.", "NewCustomers"),
        new("Promising", "Bought fairly recently, little so far.", "PromisingNewcomers"),
        new("Need Attention", "Average in everything, and not here lately.", "OccasionalBuyers"),
        new("About to Sleep", "Below average, and not here lately.", "OccasionalBuyers"),
        new("Cannot Lose Them", "Were among the best and have not come back for long.", "CannotLose"),
        new("At Risk", "Used to buy often and spend well, long ago.", "AtRisk"),
        new("Hibernating", "Bought little, long ago.", "Hibernating"),
        new("Lost", "Longest away, and bought least.", "LostSmallBuyers"),
    ];

    // Rows: recency score 1 to 5; columns: the mean of the frequency and spend scores, 1 to 5.
    private static readonly int[,] Grid =
    {
        { 10, 9, 8, 8, 7 },
        { 9, 9, 8, 8, 7 },
        { 6, 6, 5, 1, 1 },
        { 4, 2, 2, 1, 1 },
        { 3, 2, 2, 0, 0 },
    };

    /// <summary>The index in <see cref="All"/> of the segment of these scores.</summary>
    /// <param name="recency">1 (longest ago) to 5.</param>
    /// <param name="frequencyAndSpend">1 to 5: <see cref="RfmScores.FrequencyAndSpend"/>.</param>
    public static int IndexOf(int recency, int frequencyAndSpend) => Grid[recency - 1, frequencyAndSpend - 1];
}
