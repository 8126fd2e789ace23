namespace CustomerDashboard.Core.Baskets;

/// <summary>How itemsets are searched for; all find the same.</summary>
public enum ItemsetMethod
{
    /// <summary>Depth first over rows of bits: the fastest here.</summary>
    Eclat,

    /// <summary>Trees of shared basket beginnings.</summary>
    FpGrowth,

    /// <summary>Length by length, from candidates.</summary>
    Apriori,
}
