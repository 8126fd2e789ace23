namespace CustomerDashboard.Core.Baskets;

/// <summary>What became of a rule in the later half of the baskets.</summary>
public enum RuleStanding
{
    /// <summary>It meets the confidence and the lift asked for there too, and chance does not explain it (p at most 0.05).</summary>
    Holds,

    /// <summary>Still together more than by chance, but below the confidence or lift asked for, or at less than half of the lift it had.</summary>
    Weaker,

    /// <summary>Chance alone would explain it there.</summary>
    Gone,

    /// <summary>If it held as before, fewer than five baskets would show it: the later half cannot tell.</summary>
    TooFewBaskets,
}
