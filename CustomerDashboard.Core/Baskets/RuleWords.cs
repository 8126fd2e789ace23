using System.Globalization;

namespace CustomerDashboard.Core.Baskets;

/// <summary>Rules in sentences that a manager reads.</summary>
public static class RuleWords
{
    /// <summary>"Of 100 baskets with A, 62 also hold B: 5 times as often as usual."</summary>
    public static string Sentence(AssociationRule rule, BasketTable table)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return string.Create(
            CultureInfo.InvariantCulture, $"Of 100 baskets with {Names(rule.Antecedent, table)}, {Hundredth(rule.Confidence)} also hold {Names(rule.Consequent, table)}: {Times(rule.Lift)}.");
    }

    /// <summary>The names of products, joined in words.</summary>
    public static string Names(IReadOnlyList<int> products, BasketTable table)
    {
        ArgumentNullException.ThrowIfNull(products);
        ArgumentNullException.ThrowIfNull(table);
        string[] names = [.. products.Select(product => table.ProductNames[product].Trim())];
        return names.Length < 2 ? string.Concat(names) : string.Join(", ", names[..^1]) + " and " + names[^1];
    }

    /// <summary>What became of a rule in the later half, in a word or two.</summary>
    public static string Standing(RuleStanding standing) => standing switch
    {
        RuleStanding.Holds => "Holds",
        RuleStanding.Weaker => "Weaker",
        RuleStanding.Gone => "Gone",
        _ => "Too few baskets",
    };

    private static string Hundredth(double share)
    {
        double percent = share * 100;
        return percent < .95 ? "fewer than 1" : percent > 99 && share < 1 ? "more than 99" : percent.ToString("0", CultureInfo.InvariantCulture);
    }

    private static string Times(double lift) =>
        lift >= 9.95 ? string.Create(CultureInfo.InvariantCulture, $"{lift:0} times as often as usual")
        : lift >= 1.05 ? string.Create(CultureInfo.InvariantCulture, $"{lift:0.#} times as often as usual")
        : lift > .95 ? "as often as usual"
        : string.Create(CultureInfo.InvariantCulture, $"less often than usual ({lift:0.00} times)");
}
