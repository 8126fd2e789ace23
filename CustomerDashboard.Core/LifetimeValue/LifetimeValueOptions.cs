namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>What to expect of customers, and how it is judged.</summary>
public sealed record LifetimeValueOptions
{
    /// <summary>The last days of the data that are held out to judge the models on; null: 90, or a quarter of a short file.</summary>
    public int? HoldoutDays { get; init; }

    /// <summary>What a year's wait takes off a later amount: 0.1 means that 110 in a year are worth 100 now.</summary>
    public double AnnualDiscountRate { get; init; } = 0.1;

    /// <summary>The share of revenue that counts as value; 1 = revenue itself.</summary>
    public double Margin { get; init; } = 1;

    /// <summary>Which model foretells purchases; by default the one that was nearer on the days held out.</summary>
    public PurchaseModelChoice Model { get; init; } = PurchaseModelChoice.BestOnHoldout;

    public int Seed { get; init; } = 42;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range; the message says which and what is allowed.</exception>
    public void Validate()
    {
        Require(HoldoutDays is null or (>= 7 and <= 3650), nameof(HoldoutDays), HoldoutDays, "The days held out must be 7 to 3650, or empty for 90.");
        Require(AnnualDiscountRate is >= 0 and <= 10, nameof(AnnualDiscountRate), AnnualDiscountRate, "The discount rate a year must be 0 to 10 (0.1 is ten percent).");
        Require(Margin is > 0 and <= 1, nameof(Margin), Margin, "The margin must be above 0 and at most 1 (the whole revenue).");
        Require(Enum.IsDefined(Model), nameof(Model), Model, "This model is not known.");
    }

    private static void Require(bool holds, string name, object? value, string message)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, message);
        }
    }
}
