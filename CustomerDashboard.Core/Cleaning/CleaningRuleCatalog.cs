namespace CustomerDashboard.Core.Cleaning;

/// <summary>Every cleaning rule, in the one order in which they run: step n of a ledger is entry n - 1.</summary>
public static class CleaningRuleCatalog
{
    public static IReadOnlyList<CleaningRuleDescriptor> All { get; } =
    [
        new(CleaningRuleIds.MissingCustomer, "No customer",
            "A line without a customer cannot be laid to anybody's account, so it can say nothing about who buys."),
        new(CleaningRuleIds.ExactDuplicates, "Exact duplicates",
            "A line that repeats another in every column was most likely exported twice and would count its revenue twice."),
        new(CleaningRuleIds.Cancellations, "Cancellations",
            "A cancelled order is not a purchase; it is counted in the customer's return rate instead."),
        new(CleaningRuleIds.NonPositiveQuantity, "Quantity of zero or less",
            "Returns and stock corrections have no units sold and would lower what a customer seems to buy."),
        new(CleaningRuleIds.NonPositivePrice, "Price of zero or less",
            "Gifts, samples and bookkeeping entries bring no revenue and would count as purchases."),
        new(CleaningRuleIds.MissingProduct, "No product code",
            "Without a product code a line counts for spending but not for what was bought."),
        new(CleaningRuleIds.MissingDescription, "No description",
            "Without a description a product is shown by its code only."),
        new(CleaningRuleIds.MissingCountry, "No country",
            "Without a country a line is left out of every comparison by country."),
        new(CleaningRuleIds.MissingQuantity, "No quantity",
            "Without a quantity a line has no units, and no revenue unless the file states its amount."),
        new(CleaningRuleIds.MissingPrice, "No unit price",
            "Without a price a line has no revenue unless the file states its amount."),
        new(CleaningRuleIds.NonProducts, "Not products",
            "Postage, fees, manual entries and samples are not things customers choose, and distort baskets and spending."),
        new(CleaningRuleIds.DateWindow, "Outside the dates",
            "Only the days you want to learn from should count."),
        new(CleaningRuleIds.Countries, "Other countries",
            "Markets differ, so look at those you will act on."),
        new(CleaningRuleIds.Outliers, "Extreme values",
            "A few huge lines, often wholesale orders or typing errors, can outweigh thousands of ordinary ones."),
        new(CleaningRuleIds.MinimumOrders, "Too few orders",
            "With one order there is no rhythm to learn from, so some questions are better asked of returning customers only."),
    ];

    /// <summary>The descriptor of a rule.</summary>
    /// <exception cref="ArgumentException">There is no such rule.</exception>
    public static CleaningRuleDescriptor Get(string id) => All[StepNumber(id) - 1];

    /// <summary>The step, counted from 1, at which a rule runs.</summary>
    /// <exception cref="ArgumentException">There is no such rule.</exception>
    public static int StepNumber(string id)
    {
        for (int i = 0; i < All.Count; i++)
        {
            if (string.Equals(All[i].Id, id, StringComparison.Ordinal))
            {
                return i + 1;
            }
        }

        throw new ArgumentException($"There is no cleaning rule '{id}'. The rules are: {string.Join(", ", All.Select(r => r.Id))}.", nameof(id));
    }
}
