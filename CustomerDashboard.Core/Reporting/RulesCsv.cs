using CustomerDashboard.Core.Baskets;

namespace CustomerDashboard.Core.Reporting;

/// <summary>Association rules with every measure, one row each, the greatest lift first.</summary>
public static class RulesCsv
{
    /// <summary>Writes the rules.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="baskets">What is bought together.</param>
    public static void Write(TextWriter output, BasketResult baskets)
    {
        ArgumentNullException.ThrowIfNull(baskets);
        BasketTable table = baskets.Table;
        var csv = new CsvTable(output);
        csv.Row(
            "Antecedent", "Consequent", "AntecedentNames", "ConsequentNames", "Baskets", "AntecedentBaskets", "ConsequentBaskets", "Support", "Confidence", "Lift",
            "Leverage", "Conviction", "Zhang", "PValue", "AdjustedPValue", "FoldedInto", "LaterStanding", "LaterBaskets", "LaterConfidence", "LaterLift", "LaterPValue", "FoundInEarlierHalf");
        foreach (AssociationRule rule in baskets.Rules.Rules)
        {
            csv.Text(Codes(rule.Antecedent)).Text(Codes(rule.Consequent)).Text(Names(rule.Antecedent)).Text(Names(rule.Consequent));
            csv.Whole(rule.Baskets).Whole(rule.AntecedentBaskets).Whole(rule.ConsequentBaskets).Number(rule.Support).Number(rule.Confidence).Number(rule.Lift);
            csv.Number(rule.Leverage).Number(rule.Conviction).Number(rule.Zhang).Number(rule.PValue).Number(rule.AdjustedPValue);
            csv.Text(rule.FoldedInto is { } shorter ? Codes(shorter) : null).Text(rule.Later?.Standing.ToString()).Whole(rule.Later?.Baskets).Number(rule.Later?.Confidence);
            csv.Number(rule.Later?.Lift).Number(rule.Later?.PValue).Text(rule.Later is { } later ? later.FoundEarlier ? "yes" : "no" : null).EndRow();
        }

        string Codes(int[] products) => string.Join('+', products.Select(product => table.ProductCodes[product]));

        string Names(int[] products) => string.Join(" + ", products.Select(product => table.ProductNames[product]));
    }
}
