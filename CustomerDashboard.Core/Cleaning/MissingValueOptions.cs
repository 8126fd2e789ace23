namespace CustomerDashboard.Core.Cleaning;

/// <summary>What to do with empty values, column by column. By default only a missing customer removes the line.</summary>
public sealed record MissingValueOptions
{
    /// <summary>
    /// The customer. Kept as unknown, all such lines become one customer called <see cref="UnknownCustomer"/>; filled,
    /// one customer of the stated name.
    /// </summary>
    public MissingValueTreatment Customer { get; init; } = MissingValueTreatment.Drop;

    public MissingValueTreatment Product { get; init; } = MissingValueTreatment.KeepAsUnknown;

    public MissingValueTreatment Description { get; init; } = MissingValueTreatment.KeepAsUnknown;

    public MissingValueTreatment Country { get; init; } = MissingValueTreatment.KeepAsUnknown;

    public MissingValueTreatment Quantity { get; init; } = MissingValueTreatment.KeepAsUnknown;

    public MissingValueTreatment UnitPrice { get; init; } = MissingValueTreatment.KeepAsUnknown;

    /// <summary>The id that stands for every customer not known, where those lines are kept.</summary>
    public const string UnknownCustomer = "(unknown)";

    /// <exception cref="ArgumentException">A fill value is not stated.</exception>
    public void Validate()
    {
        Customer.Validate("customer", isNumber: false);
        Product.Validate("product code", isNumber: false);
        Description.Validate("description", isNumber: false);
        Country.Validate("country", isNumber: false);
        Quantity.Validate("quantity", isNumber: true);
        UnitPrice.Validate("unit price", isNumber: true);
    }
}
