namespace CustomerDashboard.Core.Cleaning;

/// <summary>
/// What to remove from a retail file before anything is computed from it. The default is the five standard rules:
/// lines without a customer, exact duplicates, cancellations, quantities of zero or less, prices of zero or less.
/// The rules always run in the order of <see cref="CleaningRuleCatalog.All"/>, whatever is switched on.
/// </summary>
public sealed record CleaningOptions
{
    /// <summary>The five standard rules, nothing else.</summary>
    public static CleaningOptions Default { get; } = new();

    /// <summary>What to do with an empty customer, product, description, country, quantity or price.</summary>
    public MissingValueOptions MissingValues { get; init; } = new();

    /// <summary>Of lines equal in every column, keep the first.</summary>
    public bool RemoveExactDuplicates { get; init; } = true;

    /// <summary>How cancelling invoices are known, and whether they are removed.</summary>
    public CancellationOptions Cancellations { get; init; } = new();

    /// <summary>Remove lines whose quantity is zero or less.</summary>
    public bool RemoveNonPositiveQuantity { get; init; } = true;

    /// <summary>Remove lines whose unit price is zero or less.</summary>
    public bool RemoveNonPositivePrice { get; init; } = true;

    /// <summary>Lines that are not products: postage, fees, manual entries, samples.</summary>
    public NonProductOptions NonProducts { get; init; } = new();

    /// <summary>The days to look at.</summary>
    public DateWindowOptions DateWindow { get; init; } = new();

    /// <summary>The countries to look at, or to leave out.</summary>
    public CountryOptions Countries { get; init; } = new();

    /// <summary>Extreme quantities, prices or amounts.</summary>
    public OutlierOptions Outliers { get; init; } = new();

    /// <summary>How many orders a customer needs to be looked at.</summary>
    public MinimumOrdersOptions MinimumOrders { get; init; } = new();

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ArgumentException">A setting cannot be used; the message says which and what to do.</exception>
    public void Validate()
    {
        MissingValues.Validate();
        Cancellations.Validate();
        NonProducts.Validate();
        DateWindow.Validate();
        Countries.Validate();
        Outliers.Validate();
        MinimumOrders.Validate();
    }
}
