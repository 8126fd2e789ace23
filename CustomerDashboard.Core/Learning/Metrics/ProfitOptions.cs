namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>
/// What a campaign costs and brings, in one currency. A customer who is contacted costs <see cref="ContactCost"/>. One whose answer is yes takes the
/// offer with probability <see cref="Acceptance"/>, one whose answer is no with <see cref="WastedAcceptance"/>; an offer taken costs
/// <see cref="OfferCost"/>, and one taken by a yes brings <see cref="Margin"/>.
/// </summary>
public sealed record ProfitOptions
{
    /// <summary>What a yes who takes the offer brings, before contact and offer.</summary>
    public double Margin { get; init; } = 20;

    /// <summary>What contacting one customer costs.</summary>
    public double ContactCost { get; init; } = 1;

    /// <summary>What an offer taken costs: the voucher.</summary>
    public double OfferCost { get; init; }

    /// <summary>The share of the yes who take the offer when contacted.</summary>
    public double Acceptance { get; init; } = 1;

    /// <summary>The share of the no who take the offer all the same, which costs and brings nothing.</summary>
    public double WastedAcceptance { get; init; }

    /// <summary>The most that contacts and offers may cost together; null for no limit.</summary>
    public double? Budget { get; init; }

    /// <summary>How the interval is found.</summary>
    public BootstrapOptions Bootstrap { get; init; } = new();

    /// <summary>What a contacted yes is expected to bring after all costs.</summary>
    public double ProfitOfYes => (Acceptance * (Margin - OfferCost)) - ContactCost;

    /// <summary>What a contacted no is expected to bring: never more than nothing.</summary>
    public double ProfitOfNo => -(WastedAcceptance * OfferCost) - ContactCost;

    /// <summary>The probability above which contacting pays, where probabilities hold what they say; infinite where it never does.</summary>
    public double BreakEvenProbability =>
        ProfitOfYes > 0 ? Math.Max(0, -ProfitOfNo / (ProfitOfYes - ProfitOfNo)) : double.PositiveInfinity;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        RequireAmount(Margin, nameof(Margin), "The margin");
        RequireAmount(ContactCost, nameof(ContactCost), "The cost of a contact");
        RequireAmount(OfferCost, nameof(OfferCost), "The cost of the offer");
        RequireShare(Acceptance, nameof(Acceptance));
        RequireShare(WastedAcceptance, nameof(WastedAcceptance));
        if (Budget is not null)
        {
            RequireAmount(Budget.Value, nameof(Budget), "The budget");
        }

        ArgumentNullException.ThrowIfNull(Bootstrap);
        Bootstrap.Validate();
    }

    private static void RequireAmount(double value, string name, string what)
    {
        if (!(value >= 0) || double.IsInfinity(value))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{what} must be 0 or a positive number.");
        }
    }

    private static void RequireShare(double value, string name)
    {
        if (!(value >= 0 && value <= 1))
        {
            throw new ArgumentOutOfRangeException(name, value, "The share of customers who take the offer must lie between 0 and 1.");
        }
    }
}
