using CustomerDashboard.Core.Baskets;

namespace CustomerDashboard.Components.Pages.Baskets;

/// <summary>A rule as a row of the table.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Has">The names of the products a basket has.</param>
/// <param name="Also">The names of those it then also has.</param>
/// <param name="Codes">The codes of all, to be searched.</param>
internal sealed record RuleRow(AssociationRule Rule, string Has, string Also, string Codes)
{
    public int Baskets => Rule.Baskets;

    public double Support { get; } = Rule.Support;

    public double Confidence { get; } = Rule.Confidence;

    public double Lift { get; } = Rule.Lift;

    public double Leverage { get; } = Rule.Leverage;

    public double Conviction { get; } = Rule.Conviction;

    public double Zhang { get; } = Rule.Zhang;

    public double Chance => Rule.AdjustedPValue;

    public int Standing => (int)(Rule.Later?.Standing ?? RuleStanding.TooFewBaskets);

    public static RuleRow Of(AssociationRule rule, BasketTable table) => new(
        rule, RuleWords.Names(rule.Antecedent, table), RuleWords.Names(rule.Consequent, table), $"{BasketWords.Codes(rule.Antecedent, table)} {BasketWords.Codes(rule.Consequent, table)}");
}
