namespace CustomerDashboard.Core.Baskets;

/// <summary>
/// "Baskets with these products also hold those": the counts behind a rule and the measures they give. Products are numbers of
/// the basket table, ascending.
/// </summary>
/// <param name="Antecedent">The products a basket has.</param>
/// <param name="Consequent">The products it then also has.</param>
/// <param name="Baskets">Baskets with all of them.</param>
/// <param name="AntecedentBaskets">Baskets with the first.</param>
/// <param name="ConsequentBaskets">Baskets with the others.</param>
/// <param name="TotalBaskets">All baskets.</param>
public sealed record AssociationRule(int[] Antecedent, int[] Consequent, int Baskets, int AntecedentBaskets, int ConsequentBaskets, int TotalBaskets)
{
    /// <summary>The share of all baskets with all products of the rule.</summary>
    public double Support => (double)Baskets / TotalBaskets;

    /// <summary>The share of baskets with the first products that also hold the others.</summary>
    public double Confidence => (double)Baskets / AntecedentBaskets;

    /// <summary>How many times as often as usual the others are found beside the first; 1 is what chance gives.</summary>
    public double Lift => (double)Baskets * TotalBaskets / ((double)AntecedentBaskets * ConsequentBaskets);

    /// <summary>The share of all baskets with all products, above what chance gives.</summary>
    public double Leverage => Support - ((double)AntecedentBaskets / TotalBaskets * ((double)ConsequentBaskets / TotalBaskets));

    /// <summary>How many times as often the rule would be wrong if the two had nothing to do with each other; infinite when it is never wrong.</summary>
    public double Conviction => Baskets == AntecedentBaskets
        ? double.PositiveInfinity
        : (1 - ((double)ConsequentBaskets / TotalBaskets)) / (1 - Confidence);

    /// <summary>Zhang's metric, -1 (never together) to 1 (never apart); 0 is what chance gives (T. Zhang, Association rules, PAKDD 2000).</summary>
    public double Zhang
    {
        get
        {
            double antecedent = (double)AntecedentBaskets / TotalBaskets, consequent = (double)ConsequentBaskets / TotalBaskets;
            double most = Math.Max(Support * (1 - antecedent), antecedent * (consequent - Support));
            return most == 0 ? 0 : Leverage / most;
        }
    }

    /// <summary>The chance of at least so many baskets together if the two had nothing to do with each other (Fisher's exact test, one-sided).</summary>
    public double PValue { get; init; }

    /// <summary><see cref="PValue"/> corrected for all rules looked at (Benjamini and Hochberg).</summary>
    public double AdjustedPValue { get; init; }

    /// <summary>The shortest of the products that say as much: a rule with these alone has at least this confidence. Null when the rule says more than its parts.</summary>
    public int[]? FoldedInto { get; init; }

    /// <summary>The rule in the later half of the baskets; null where it was not looked at.</summary>
    public RuleCheck? Later { get; init; }

    /// <summary>The number of products.</summary>
    public int Length => Antecedent.Length + Consequent.Length;
}
